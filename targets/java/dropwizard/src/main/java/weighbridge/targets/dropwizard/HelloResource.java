package weighbridge.targets.dropwizard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Says hello to whom the path names, or to Earth. */
@Path("/hello")
@Produces("text/plain; charset=utf-8")
public class HelloResource {
    /** Says hello where nobody is named. */
    @GET
    public String hello() {
        return hello("Earth");
    }

    /** Says hello by name. */
    @GET
    @Path("{name}")
    public String hello(@PathParam("name") String name) {
        return "Hello " + name + "!";
    }
}
