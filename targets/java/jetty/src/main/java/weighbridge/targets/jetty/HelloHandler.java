package weighbridge.targets.jetty;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.StringUtil;

/** Says hello to whom the query names, or to Earth. */
final class HelloHandler extends Handler.Abstract.NonBlocking {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!Request.getPathInContext(request).equals("/")) {
            return false; // The server then answers 404.
        }
        String name = Request.extractQueryParameters(request).getValue("name");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        Content.Sink.write(response, true, "Hello " + (StringUtil.isEmpty(name) ? "Earth" : name) + "!", callback);
        return true;
    }
}
