package weighbridge.engine;

import io.gatling.http.client.impl.PrematureCloseException;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import weighbridge.server.HttpDecoding;
import weighbridge.text.Fault;

/**
 * One request and one answer a call, right before Gatling's own handler of a connection:
 *
 * <ul>
 *   <li>Where a kept connection is closed without an answer, Gatling would send the request again. Here the call fails.
 *   <li>Gatling takes an interim answer (1xx) for the final one. Here it is skipped (RFC 9110, 15.2).
 *   <li>A body that is compared with an expected one is compared here, as it comes. Gatling gets the verdict as a header of
 *       the answer, and no body, of which it would keep all.
 *   <li>What Netty says of an answer that is no HTTP cites it, and Gatling prints it on the console: here it becomes one
 *       short line that cannot act on a terminal.
 * </ul>
 */
final class Exchange extends ChannelDuplexHandler {
    private static final int MAX_CHARS = 120;

    private final BodyComparison comparison = new BodyComparison();
    private HttpHeaders headers;
    private boolean used;
    private boolean inFlight;
    private boolean compares;
    private boolean awaitsContinue;
    private boolean skips;

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpRequest request) {
            inFlight = true;
            if (!used) {
                used = true;
                Connections.used(context.channel());
            }
            awaitsContinue = HttpUtil.is100ContinueExpected(request);
            skips = false;
            compares = comparison.expect(ExpectedBody.remove(request.headers()));
        }
        context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
            String words = "no valid HTTP/1.1: " + part.decoderResult().cause().getMessage();
            part.setDecoderResult(DecoderResult.failure(new IllegalArgumentException(Fault.oneLine(words, MAX_CHARS))));
        } else if (message instanceof HttpResponse answer) {
            skips = isSkipped(answer.status());
            if (compares && !skips) {
                headers = answer.headers();
                comparison.begin(headers);
            }
        }
        if (skips) {
            skips = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
        } else if (compares
                && message instanceof HttpContent content
                && content.decoderResult().isSuccess()) {
            compare(context, content);
        } else {
            inFlight &= !(message instanceof LastHttpContent);
            context.fireChannelRead(message);
        }
    }

    private boolean isSkipped(HttpResponseStatus status) {
        if (!HttpDecoding.isInterim(status)) {
            return false;
        }
        boolean asked = awaitsContinue && status.code() == HttpResponseStatus.CONTINUE.code();
        awaitsContinue &= !asked;
        return !asked;
    }

    private void compare(ChannelHandlerContext context, HttpContent content) {
        boolean last = content instanceof LastHttpContent;
        try {
            comparison.add(content.content(), last);
        } finally {
            content.release();
        }
        if (last) {
            inFlight = false;
            headers.set(ExpectedBody.VERDICT, comparison.verdict());
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (inFlight) {
            Connections.givenUp(context.channel());
        }
        context.close(promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        inFlight = false;
        context.fireExceptionCaught(PrematureCloseException.INSTANCE); // fails the call that is in flight, if one is
        context.fireChannelInactive();
    }
}
