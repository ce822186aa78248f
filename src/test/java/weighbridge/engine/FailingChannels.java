package weighbridge.engine;

import io.gatling.http.client.impl.DefaultHttpClient;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lets the memory of a generator run out at the first answer to a request for a path, where a property names one. Only a run
 * that has the folder of {@link #service} among its classes knows of it.
 */
public final class FailingChannels extends ChannelInitializerExtension {
    /** The path. */
    static final String PATH = "weighbridge.test.noMemoryAtPath";

    /** Names it in this folder as a service. @return the folder */
    static Path service(Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(ChannelInitializerExtension.class.getName()), FailingChannels.class.getName());
        return folder;
    }

    @Override
    public void postInitializeClientChannel(Channel channel) {
        if (System.getProperty(PATH) != null) {
            channel.pipeline().addFirst(new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRegistered(ChannelHandlerContext context) {
                    if (context.pipeline().get(DefaultHttpClient.APP_HTTP_HANDLER) != null) {
                        context.pipeline().addBefore(DefaultHttpClient.APP_HTTP_HANDLER, null, new Failing());
                    }
                    context.fireChannelRegistered();
                }
            });
        }
    }

    private static final class Failing extends ChannelDuplexHandler {
        private boolean fails;

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            fails |= message instanceof HttpRequest request && request.uri().equals(System.getProperty(PATH));
            context.write(message, promise);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (fails) {
                throw new OutOfMemoryError("Java heap space");
            }
            context.fireChannelRead(message);
        }
    }
}
