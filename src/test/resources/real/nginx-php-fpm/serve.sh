# Serves from this folder until it is told to end or nginx has ended, and ends both.
"php-fpm$(php -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')" --allow-to-run-as-root --nodaemonize --fpm-config "$1/php-fpm.conf" &
php=$!
nginx -e stderr -p "$1" -c nginx.conf &
nginx=$!
trap 'kill "$nginx" "$php"' TERM INT
wait "$nginx"
trap - TERM INT
kill "$nginx" "$php" 2>/dev/null
wait
