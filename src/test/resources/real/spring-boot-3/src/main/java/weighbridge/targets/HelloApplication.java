package weighbridge.targets;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers {@code /hello?name=World} with "Hello World!". */
@SpringBootApplication
@RestController
public class HelloApplication {

    /** Serves, or prints the version of Spring Boot. */
    public static void main(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            System.out.println(SpringBootVersion.getVersion());
            return;
        }
        SpringApplication.run(HelloApplication.class, arguments);
    }

    @GetMapping(path = "/hello", produces = "text/plain;charset=utf-8")
    String hello(@RequestParam(defaultValue = "Earth") String name) {
        return "Hello " + name + "!";
    }
}
