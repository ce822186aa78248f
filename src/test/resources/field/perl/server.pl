# A child for each connection, whom nobody waits for: with SIGCHLD ignored the kernel forgets what it used.
use strict;
use IO::Socket::INET;
$SIG{CHLD} = 'IGNORE';
my $server = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => $ARGV[0], Listen => 1024, ReuseAddr => 1) or die $!;
while (1) {
    my $client = $server->accept or next;
    if (fork) { close $client; next; }
    while (<$client>) { last if /^\r?\n$/; }
    my $sum = 0;
    $sum += $_ for 1 .. 20_000; # some CPU time
    print $client "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nConnection: close\r\n\r\nHello World!";
    close $client;
    exit 0;
}
