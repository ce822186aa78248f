package weighbridge.engine;

import io.gatling.http.client.impl.DefaultHttpClient;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpObject;
import weighbridge.text.Fault;

/**
 * Lets Gatling learn why a connection failed. In 3.15.1 the first handler of its channels swallows every exception, so
 * that a reset reads as a premature close, like an orderly end without an answer. Netty asks extensions such as this one
 * at each new channel, where the property {@value #EXTENSIONS_SYSTEM_PROPERTY} allows it (see {@code pom.xml}).
 *
 * <p>What Netty says of an answer that is no HTTP cites it, and Gatling prints it on the console: here it becomes one
 * short line that cannot act on a terminal.
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
        public void channelActive(ChannelHandlerContext context) {
            if (context.pipeline().names().contains(DefaultHttpClient.HTTP_CLIENT_CODEC)) {
                context.pipeline().addAfter(DefaultHttpClient.HTTP_CLIENT_CODEC, null, new NoHttp());
            }
            context.fireChannelActive();
        }

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

    /** Follows the decoder. */
    private static final class NoHttp extends ChannelInboundHandlerAdapter {
        private static final int MAX_CHARS = 120;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpObject answer && answer.decoderResult().isFailure()) {
                String words = String.valueOf(answer.decoderResult().cause().getMessage());
                String line = Fault.oneLine(words, MAX_CHARS);
                answer.setDecoderResult(DecoderResult.failure(new IllegalArgumentException(line)));
            }
            context.fireChannelRead(message);
        }
    }
}
