package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortQueueTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a            | gunicorn --bind 127.0.0.1:8000 app:app               | --backlog",
                "a            | uvicorn app:app                                      | --backlog",
                "spring       | java -jar app.jar                                    | server.tomcat.accept-count (with Tomcat)",
                "a            | java -jar target/mainspring.jar                      |",
                "a            | java -jar target/spring-boot.jar                     | server.tomcat.accept-count (with Tomcat)",
                "a            | java -cp lib/*:classes weighbridge.javalin.Main      | acceptQueueSize of its Jetty connector",
                "a            | java -cp jetty-server-12.jar Main                    | acceptQueueSize of its connector",
                "web          | nginx -p /tmp/x -c nginx.conf                        | backlog= of its listen",
                "web          | /usr/sbin/apache2 -DFOREGROUND                       | ListenBacklog",
                "web          | busybox httpd -f -p 8000                             |",
                "web          | node server.js                                       | backlog in server.listen({port, backlog})",
                "web          | python3 -m http.server 8000                          | request_queue_size of its socketserver class",
                "nodejs-cache | ./cached                                             | backlog in server.listen({port, backlog})",
                "a            | ./myserver 8000                                      |",
            })
    void theSettingIsToldOfServersThatAreKnown(String name, String command, String setting) {
        assertThat(QueueSetting.of(name, List.of(command.split(" "))).map(QueueSetting::setting))
                .isEqualTo(Optional.ofNullable(setting));
    }

    @Test
    void eachSettingHasAName() {
        assertThat(Arrays.stream(QueueSetting.values()).map(QueueSetting::setting))
                .allSatisfy(setting -> assertThat(setting).isNotBlank());
    }
}
