package io.httpcached.example.gateway;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.client.netty.NettyClientCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import jakarta.inject.Singleton;

/**
 * Drops interim responses such as 103 (Early Hints). Micronaut's client knows only 100 (Continue) and passes on any
 * other as if it were the final response. A client may ignore interim responses (RFC 9110 §15.2), and the gateway is a
 * client of the origin.
 */
@Singleton
final class InterimResponseFilter
        implements NettyClientCustomizer, BeanCreatedEventListener<NettyClientCustomizer.Registry> {

    @Override
    public Registry onCreated(BeanCreatedEvent<Registry> event) {
        event.getBean().register(this);
        return event.getBean();
    }

    @Override
    public NettyClientCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        return new NettyClientCustomizer() {
            @Override
            public void onStreamPipelineBuilt() {
                channel.pipeline().addLast("interim-responses", new Handler());
            }
        };
    }

    private static final class Handler extends ChannelInboundHandlerAdapter {

        private boolean interim;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpResponse response) {
                interim = isInterim(response.status());
            }
            if (!interim) {
                context.fireChannelRead(message);
                return;
            }
            interim = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
        }

        private static boolean isInterim(HttpResponseStatus status) {
            return status.codeClass() == HttpStatusClass.INFORMATIONAL
                    && status.code() != HttpResponseStatus.CONTINUE.code()
                    && status.code() != HttpResponseStatus.SWITCHING_PROTOCOLS.code();
        }
    }
}
