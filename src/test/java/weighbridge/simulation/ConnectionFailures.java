package weighbridge.simulation;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Lets Gatling learn why a connection failed. In 3.15.1 the first handler of its channels swallows every exception, so
 * that a reset reads as a premature close, like an orderly end without an answer. Netty asks extensions such as this one
 * at each new channel, where the property {@value #EXTENSIONS_SYSTEM_PROPERTY} allows it (see {@code pom.xml}).
 */
public final class ConnectionFailures extends ChannelInitializerExtension {
    private static final String SWALLOWING = "io.gatling.http.client.impl.NoopHandler";

    @Override
    public void postInitializeClientChannel(Channel channel) {
        channel.pipeline().addFirst(new Passage());
    }

    /** Hands an exception on to whoever comes after the handler that would swallow it. */
    private static final class Passage extends ChannelInboundHandlerAdapter {
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
