package io.bridgehead.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/// A request whose body is read into memory, once, when it is first asked for, and only up to a
/// bound: after the caller was let in, whether its length was announced or it comes in chunks.
public final class BoundedRequest extends HttpServletRequestWrapper {

    private final long most;
    private byte @Nullable [] body;

    BoundedRequest(HttpServletRequest request, long most) {
        super(request);
        this.most = most;
    }

    /// The whole body, which whoever comes after can read all the same.
    public static byte[] bodyOf(HttpServletRequest request) throws IOException {
        BoundedRequest bounded = WebUtils.getNativeRequest(request, BoundedRequest.class);
        if (bounded == null) {
            throw new IllegalStateException("the request did not come through the filter");
        }
        return bounded.body().clone();
    }

    private byte[] body() throws IOException {
        if (body == null) {
            if (getContentLengthLong() > most) {
                throw new TooLarge(most);
            }
            byte[] read = getRequest().getInputStream().readNBytes(Math.toIntExact(most + 1));
            if (read.length > most) {
                throw new TooLarge(most);
            }
            body = read;
        }
        return body;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Body(new ByteArrayInputStream(body()));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String named = getCharacterEncoding();
        Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Body(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is there already");
        }
    }
}
