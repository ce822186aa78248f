package weighbridge.targets.quarkus;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** Answers {@code /hello?name=World} with "Hello World!". */
@Path("/hello")
public class HelloResource {

    /** On the event loop, as the framework does where a method returns at once. */
    @GET
    @Produces("text/plain;charset=utf-8")
    @NonBlocking
    public String hello(@QueryParam("name") @DefaultValue("Earth") String name) {
        return "Hello " + name + "!";
    }
}
