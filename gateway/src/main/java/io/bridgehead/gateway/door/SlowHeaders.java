package io.bridgehead.gateway.door;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;

/// Hangs up on who sends the head of a request drop by drop, to hold a connection for ever. Stands
/// before Netty's decoder; [RequestScreen], behind it, tells where a head and a request end. Needs no
/// timer: whoever sends nothing at all is idle, and hung up on for that.
final class SlowHeaders extends ChannelInboundHandlerAdapter {

    private final long limit;
    private boolean inHead;
    private boolean inBody;
    private long begun;

    SlowHeaders(Duration limit) {
        this.limit = limit.toNanos();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!inBody) {
            long now = System.nanoTime();
            if (!inHead) {
                inHead = true;
                begun = now;
            } else if (now - begun > limit) {
                ReferenceCountUtil.release(message);
                ChannelFuture _ = context.close();
                return;
            }
        }
        context.fireChannelRead(message);
    }

    void headEnded() {
        inHead = false;
        inBody = true;
    }

    void requestEnded() {
        inBody = false;
    }
}
