package weighbridge.targets.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Says hello to whom the query names, or to Earth. */
final class HelloHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        context.writeAndFlush(answer(request));
    }

    private static FullHttpResponse answer(FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return response(HttpResponseStatus.BAD_REQUEST, "");
        }
        if (!request.method().equals(HttpMethod.GET)) {
            return response(HttpResponseStatus.METHOD_NOT_ALLOWED, "");
        }
        try {
            QueryStringDecoder uri = new QueryStringDecoder(request.uri());
            if (!uri.path().equals("/hello") && !uri.path().equals("/hello/")) {
                return response(HttpResponseStatus.NOT_FOUND, "");
            }
            String name = uri.parameters().getOrDefault("name", List.of("")).get(0);
            return response(HttpResponseStatus.OK, "Hello " + (name.isEmpty() ? "Earth" : name) + "!");
        } catch (IllegalArgumentException malformedEscape) {
            return response(HttpResponseStatus.BAD_REQUEST, "");
        }
    }

    private static FullHttpResponse response(HttpResponseStatus status, String text) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        return response;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close(); // The client has gone; there is nobody left to tell.
    }
}
