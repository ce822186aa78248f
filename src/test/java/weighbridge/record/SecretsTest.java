package weighbridge.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "key",
                "KEY",
                "apikey",
                "API_KEY",
                "api.key",
                "apiKey",
                "APIKey",
                "APIKEY2",
                "x-api-key",
                "token",
                "GITHUB_TOKEN",
                "accesstoken",
                "secret",
                "CLIENT_SECRET",
                "password",
                "PGPASSWORD",
                "dbPassword",
                "db.passwd",
                "pwd",
                "MYSQL_PWD",
                "DB_PASS",
                "passphrase",
                "credentials",
                "auth",
                "HTTP_AUTH",
                "Authorization",
                "Proxy-Authorization",
                "cookie",
                "Set-Cookie",
                "session",
                "sessionId",
                "PRIVATE_KEY",
                "signature",
                "X-Amz-Signature",
                "bearer",
                "AWS_SECRET_ACCESS_KEY",
                "javax.net.ssl.trustStorePassword"
            })
    void namesOfSecrets(String name) {
        assertThat(SecretNames.matches(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MONKEY",
                "monkey",
                "KEYBOARD_LAYOUT",
                "AUTHOR",
                "authority",
                "keepAlive",
                "keepalive",
                "name",
                "port",
                "PATH",
                "HOME",
                "JAVA_HOME",
                "tokenizer",
                "compass",
                "passenger",
                "privateer",
                "cookiecutter",
                "bypass",
                "secretary",
                "turkey",
                "hockey",
                "",
                "_",
                "Xmx256m",
                "user",
                "level",
                "SESSION_HOST",
                "session.hosts",
                "authPort",
                "TOKEN_PORT2",
                "key-address",
                "AUTH_ENABLED"
            })
    void namesOfOtherThings(String name) {
        assertThat(SecretNames.matches(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ?token=x | ?token=***
            http://127.0.0.1:8000/hello?name=World&api_key=abc&x=1 | http://127.0.0.1:8000/hello?name=World&api_key=***&x=1
            http://user:pw@host/path | http://***@host/path
            https://abcdef0123@host/ | https://***@host/
            postgres://u:p@ss@db:5432/x | postgres://***@db:5432/x
            Authorization: Bearer abc.def | Authorization: ***
            curl -H "Authorization: Bearer abc" http://x/ | curl -H "Authorization: ***" http://x/
            got bearer 0123456789abcdef back | got bearer *** back
            Cookie: a=b; c=d | Cookie: ***
            {"password":"a b","port":8000} | {"password":***,"port":8000}
            {"token": 123} | {"token": ***
            PASSWORD=x exec server --token y --port 8000 | PASSWORD=*** exec server --token *** --port 8000
            PASSWORD='a b' server | PASSWORD=*** server
            PASSWORD="a b | PASSWORD=***
            JAVA_OPTS="-Dapi.key=x -Xmx1g" | JAVA_OPTS="-Dapi.key=*** -Xmx1g"
            -Dkey=x -Dname=y | -Dkey=*** -Dname=y
            -Ptoken=x | -Ptoken=***
            eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMifQ.SflKxw-_ | ***
            id AKIAIOSFODNN7EXAMPLE end | id *** end
            {"token": "a true b", "auth":"true"} | {"token": ***, "auth":"true"}
            secure_cookie=true&key=truer | secure_cookie=true&key=***
            ghp_0123456789abcdefABCDEF0123456789abcd | ***
            -----BEGIN RSA PRIVATE KEY-----MIIE-----END RSA PRIVATE KEY----- end | *** end
            -----BEGIN PRIVATE KEY-----MIIE | ***
            """)
    void secretsInTexts(String text, String expected) {
        assertThat(Secrets.inText(text)).isEqualTo(expected);
        assertThat(Secrets.inText(expected)).as("masked twice").isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xmx256m",
                "--port 8000",
                "keepAlive=true",
                "?name=World",
                "monkey=1",
                "http://127.0.0.1:8000/?name=World",
                "java -XX:+UseSerialGC -jar target/netty.jar 8000",
                "exited with 1",
                "-cp /lib/auth:/lib/session:/lib/key",
                "no such file: hello.txt",
                "someone@example.com",
                "http://host/@user",
                "Error: Unable to access jarfile x",
                "the key is under the mat",
                "eyJ.a.b",
                "AKIA123",
                "0.0.0.0:8000->80/tcp",
                "\u00e4=\u00f6",
                "a=b=c",
                "=",
                ": ",
                "--",
                "-D",
                "-D=",
                "-----BEGIN CERTIFICATE-----",
                "--session-host 127.0.0.1",
                "--auth false",
                "-Dauth=on",
                "key=localhost:8000",
                "token='[::1]:80'",
                "{\"cookie\": true, \"port\": 8000}"
            })
    void textsWithoutSecrets(String text) {
        assertThat(Secrets.inText(text)).isEqualTo(text);
        List<String> arguments = Arrays.asList(text.split(" "));
        assertThat(Secrets.inArguments(arguments)).isEqualTo(arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --password=a&b c      | --password=***
            -Dapi.key=a b         | -Dapi.key=***
            PASSWORD=a,b;c        | PASSWORD=***
            Authorization:Basic x | Authorization:***
            X-Api-Key: abc        | X-Api-Key: ***
            --opts=-Dpassword=x   | --opts=-Dpassword=***
            --url=http://u:p@h/   | --url=http://***@h/
            auth:/lib             | auth:/lib
            """)
    void anArgumentIsMaskedToItsEnd(String argument, String expected) {
        assertThat(Secrets.inArguments(List.of(argument))).containsExactly(expected);
    }

    @Test
    void theArgumentAfterASecretsOptionIsMasked() {
        assertThat(Secrets.inArguments(
                        List.of("curl", "--password", "x y", "-token", "-abc", "--auth", "--port", "80")))
                .containsExactly("curl", "--password", "***", "-token", "***", "--auth", "--port", "80");
    }

    @Test
    void variablesAndHeadersAreSortedAndMasked() {
        assertThat(Secrets.inVariables(Map.of(
                        "PORT",
                        "8000",
                        "DB_URL",
                        "jdbc:x://u:p@h/",
                        "DB_PASSWORD",
                        "hunter22",
                        "COOKIE",
                        "a=b",
                        "A",
                        "-Dkey=x")))
                .hasToString("{A=-Dkey=***, COOKIE=***, DB_PASSWORD=***, DB_URL=jdbc:x://***@h/, PORT=8000}");
    }

    /** Anything else under the name of a secret may be one, also a number. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SESSION_HOST       | 127.0.0.1
            SESSION_HOST       | db.example.com
            AUTH_PORT          | 8000
            SESSION            | 127.0.0.1:6379
            SESSION            | localhost
            TOKEN              | ::1
            SECURE_COOKIE      | true
            PASS               | No
            """)
    void noHostNoPortAndNoTruthValueIsASecret(String name, String value) {
        assertThat(Secrets.inVariables(Map.of(name, value))).containsEntry(name, value);
        assertThat(Secrets.values(List.of("--" + name, value, name + "=" + value), Map.of(name, value)))
                .isEmpty();
        assertThat(Secrets.inVariables(Map.of("PASSWORD", "80801234"))).containsEntry("PASSWORD", "***");
        assertThat(Secrets.inVariables(Map.of("KEY", "127.0.0.1.secret"))).containsEntry("KEY", "***");
    }

    /** Texts come from servers: none may take time that grows faster than its length. */
    @ParameterizedTest
    @Timeout(20)
    @ValueSource(
            strings = {
                "a",
                "a-",
                "a.",
                "-",
                "--a ",
                "a=",
                "a:",
                "a: ",
                "'",
                "\"",
                "eyJ",
                "://",
                "-----BEGIN PRIVATE KEY-----",
                "key='",
                "key: ,",
                "--key on "
            })
    void longTextsAreMaskedInNoTime(String part) {
        String text = part.repeat(100_000 / part.length());

        assertThat(Secrets.inText(text)).isNotNull();
        assertThat(Secrets.inArguments(List.of(text))).hasSize(1);
    }

    @Test
    void whatWasMaskedInTheMiddleIsKnownWhereItComesBack() {
        assertThat(Secrets.values(
                        List.of("postgres://me:hunter22@db/x", "--url=/?token=abcdef1&x=1&key='quoted1'"),
                        Map.of("DATABASE_URL", "postgres://you:hunter33@db")))
                .contains("hunter22", "abcdef1", "quoted1", "hunter33");
    }
}
