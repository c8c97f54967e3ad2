package io.bridgehead.gateway.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks at the shape of every request before anything parses it further: what could be read in two
/// ways, by us and by a service, is refused.
///
/// Standing right behind Netty's decoder, it also sees what the decoder could not read. A refused
/// request goes on as a harmless one for [#REFUSED] and the problem's slug, so that its answer is
/// written in its turn and with the headers that every answer has. No client can ask for such a path
/// itself, because a semicolon in a path is refused.
final class RequestScreen extends ChannelInboundHandlerAdapter {

    private static final String REFUSED = "/;";

    /// In this order in the header `Allow`. OPTIONS is for other origins, and none may call.
    static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    private static final Set<String> ALLOWED = Set.copyOf(METHODS);

    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");

    private static final AttributeKey<Boolean> BROKEN_BODY =
            AttributeKey.valueOf("bridgehead.brokenBody");

    private final SlowHeaders slowHeaders;

    RequestScreen(SlowHeaders slowHeaders) {
        this.slowHeaders = slowHeaders;
    }

    /// Whether the body that came to its end on this connection ended in what is no chunk. Nothing can be
    /// read from the connection any more then.
    static boolean brokeOff(Channel connection) {
        return Boolean.TRUE.equals(connection.attr(BROKEN_BODY).get());
    }

    static boolean isRefusal(String path) {
        return path.startsWith(REFUSED);
    }

    static Optional<Problem> refusal(String path) {
        return isRefusal(path)
                ? Problem.withSlug(path.substring(REFUSED.length()))
                : Optional.empty();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            slowHeaders.headEnded();
            Problem problem =
                    request.decoderResult().isFailure()
                            ? unreadable(request.decoderResult().cause())
                            : look(request);
            context.fireChannelRead(problem == null ? request : refused(request, problem));
        } else if (message instanceof HttpContent part && part.decoderResult().isFailure()) {
            // the decoder ends the body with it; what there is would pass for the whole
            ReferenceCountUtil.release(message);
            context.channel().attr(BROKEN_BODY).set(true);
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        } else {
            context.fireChannelRead(message);
        }
        if (message instanceof LastHttpContent) {
            slowHeaders.requestEnded();
        }
    }

    private static Problem unreadable(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ -> Problem.ADDRESS_TOO_LONG;
            case TooLongHttpHeaderException _ -> Problem.HEADERS_TOO_LARGE;
            default -> Problem.MALFORMED_REQUEST;
        };
    }

    private static @Nullable Problem look(HttpRequest request) {
        if (!isHttp1(request) || !isWellFormed(request.uri()) || !hasOneHost(request)) {
            return Problem.MALFORMED_REQUEST;
        }
        return ALLOWED.contains(request.method().name()) ? null : Problem.METHOD_NOT_ALLOWED;
    }

    private static boolean isHttp1(HttpRequest request) {
        return request.protocolVersion().majorVersion() == 1;
    }

    private static boolean hasOneHost(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        return switch (hosts.size()) {
            case 0 -> request.protocolVersion().equals(HttpVersion.HTTP_1_0);
            case 1 -> HOST.matcher(hosts.getFirst()).matches();
            default -> false;
        };
    }

    /// A path from the root, without empty or dot segments, with nothing encoded that would change
    /// its meaning once decoded, and perhaps a query.
    static boolean isWellFormed(String target) {
        int query = target.indexOf('?');
        int end = query < 0 ? target.length() : query;
        if (end == 0 || target.charAt(0) != '/') {
            return false;
        }
        int segment = 1;
        for (int i = 1; i < end; i++) {
            char c = target.charAt(i);
            if (c == '/') {
                if (i == segment || isDots(target, segment, i)) {
                    return false;
                }
                segment = i + 1;
            } else if (c == '%') {
                if (!isHarmless(octet(target, i, end))) {
                    return false;
                }
                i += 2;
            } else if (c == ';' || !isPathCharacter(c)) {
                return false;
            }
        }
        if (isDots(target, segment, end)) {
            return false;
        }
        for (int i = end + 1; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == '%') {
                if (octet(target, i, target.length()) < 0) {
                    return false;
                }
                i += 2;
            } else if (c != '/' && c != '?' && c != '[' && c != ']' && !isPathCharacter(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDots(String target, int from, int to) {
        return switch (to - from) {
            case 1 -> target.charAt(from) == '.';
            case 2 -> target.charAt(from) == '.' && target.charAt(from + 1) == '.';
            default -> false;
        };
    }

    /// @return what `%xy` at the place stands for, or -1 when it stands for nothing
    private static int octet(String target, int at, int end) {
        if (at + 2 >= end) {
            return -1;
        }
        int high = Character.digit(target.charAt(at + 1), 16);
        int low = Character.digit(target.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /// Not a control, a separator or a second layer of encoding, nor an octet that UTF-8 never has.
    private static boolean isHarmless(int octet) {
        return octet > 0x20
                && octet != '/'
                && octet != '\\'
                && octet != '.'
                && octet != ';'
                && octet != '%'
                && octet != 0x7f
                && octet != 0xc0
                && octet != 0xc1
                && octet < 0xf5;
    }

    /// RFC 3986, `pchar` without percent.
    private static boolean isPathCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "-._~!$&'()*+,;=:@".indexOf(c) >= 0;
    }

    private static HttpRequest refused(HttpRequest request, Problem problem) {
        HttpRequest harmless = request;
        if (request.decoderResult().isFailure()) {
            ReferenceCountUtil.release(request);
            harmless = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
            // the decoder reads no further
            harmless.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            String language = request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE);
            if (language != null) {
                harmless.headers().set(HttpHeaderNames.ACCEPT_LANGUAGE, language);
            }
        }
        harmless.setProtocolVersion(HttpVersion.HTTP_1_1).setUri(REFUSED + problem.slug());
        if (!harmless.method().equals(HttpMethod.HEAD)) {
            harmless.setMethod(HttpMethod.GET);
        }
        harmless.headers().set(HttpHeaderNames.HOST, "localhost").remove(HttpHeaderNames.EXPECT);
        return harmless;
    }
}
