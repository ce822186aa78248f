package weighbridge.targets.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.util.Version;

/** Answers {@code /hello?name=World} with {@code Hello World!} on Netty. */
public final class HelloServer {
    /** Netty would take the kernel's limit, which is 128 on older or other systems: too short for a burst. */
    private static final int BACKLOG = 4096;

    private static final int MAX_BODY_BYTES = 8192;

    private HelloServer() {}

    /** Serves on the given port of 127.0.0.1, or prints the version of Netty. */
    public static void main(String[] args) throws InterruptedException {
        String argument = args.length == 1 ? args[0] : "";
        if (argument.equals("--version")) {
            System.out.println(Version.identify().get("netty-codec-http").artifactVersion());
        } else if (argument.matches("\\d{1,5}") && Integer.parseInt(argument) <= 65535) {
            start(Integer.parseInt(argument));
        } else {
            System.err.println("usage: java -jar netty.jar PORT | --version");
            System.exit(1);
        }
    }

    static Channel start(int port) throws InterruptedException {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
        ChannelFuture bound = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childHandler(new HelloInitializer())
                .bind("127.0.0.1", port);
        // A port that is taken closes the channel as well, and the process must not live on without one.
        bound.channel().closeFuture().addListener(closed -> group.shutdownGracefully());
        return bound.sync().channel();
    }

    private static final class HelloInitializer extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(new HttpServerCodec())
                    .addLast(new HttpServerKeepAliveHandler())
                    .addLast(new HttpObjectAggregator(MAX_BODY_BYTES))
                    .addLast(new HelloHandler());
        }
    }
}
