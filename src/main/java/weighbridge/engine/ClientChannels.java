package weighbridge.engine;

import io.gatling.http.client.impl.DefaultHttpClient;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpClientCodec;
import weighbridge.server.HttpDecoding;

/**
 * Adds to each of Gatling's connections what it lacks for measuring: they are counted, a call learns why its connection
 * failed, and {@link Exchange} keeps to one request and one answer a call. Netty asks extensions such as this one at each
 * new channel, where the property {@value #EXTENSIONS_SYSTEM_PROPERTY} allows it (see {@code pom.xml}).
 */
public final class ClientChannels extends ChannelInitializerExtension {
    private static final String SWALLOWING = "io.gatling.http.client.impl.NoopHandler";

    @Override
    public void postInitializeClientChannel(Channel channel) {
        channel.pipeline().addFirst(new Passage());
    }

    /** What makes answers of bytes. */
    static HttpClientCodec codec() {
        return new HttpClientCodec(HttpDecoding.ANSWERS, false, false);
    }

    /** In 3.15.1 the first handler of Gatling's swallows every exception, so that a reset reads as a premature close. */
    private static final class Passage extends ChannelInboundHandlerAdapter {
        /** By now Gatling's handlers are there; later the first request may be written already. */
        @Override
        public void channelRegistered(ChannelHandlerContext context) {
            ChannelPipeline pipeline = context.pipeline();
            if (pipeline.get(DefaultHttpClient.APP_HTTP_HANDLER) != null) {
                pipeline.replace(DefaultHttpClient.HTTP_CLIENT_CODEC, DefaultHttpClient.HTTP_CLIENT_CODEC, codec());
                pipeline.addBefore(DefaultHttpClient.APP_HTTP_HANDLER, null, new Exchange());
            }
            context.fireChannelRegistered();
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            Connections.opened(context.channel());
            context.fireChannelActive();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            Connections.closed(context.channel());
            context.fireChannelInactive();
        }

        /** Hands an exception on to whoever comes after the handler that would swallow it. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.pipeline().names().stream()
                    .map(context.pipeline()::context)
                    .filter(other -> other != null
                            && other.handler().getClass().getName().equals(SWALLOWING))
                    .findFirst()
                    .orElse(context)
                    .fireExceptionCaught(cause);
        }
    }
}
