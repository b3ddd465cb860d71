package org.manyhands.schedulefile;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.CannotReach;
import org.manyhands.shared.Outside;

/** Goes from an address to where it redirects, each checked like the first, until a file is there. */
final class FetchHops {

    private static final int REDIRECTS = 3;
    private static final int LONGEST_ETAG = 200;

    private static final Set<Integer> REDIRECTED = Set.of(
            HttpStatus.SC_MOVED_PERMANENTLY,
            HttpStatus.SC_MOVED_TEMPORARILY,
            HttpStatus.SC_SEE_OTHER,
            HttpStatus.SC_TEMPORARY_REDIRECT,
            HttpStatus.SC_PERMANENT_REDIRECT);

    private final CloseableHttpClient client;
    private final Outside addresses;
    private final @Nullable String etag;

    FetchHops(CloseableHttpClient client, Outside addresses, @Nullable String etag) {
        this.client = client;
        this.addresses = addresses;
        this.etag = etag;
    }

    Fetched from(String typed) throws IOException {
        var address = addresses.checked(typed);
        for (var hop = 0; hop <= REDIRECTS; hop++) {
            var request = request(address);
            var answer = client.execute(request, response -> answer(request, response));
            if (answer instanceof Elsewhere elsewhere) {
                address = addresses.checked(address.resolve(elsewhere.address()));
            } else if (answer instanceof Here here) {
                return here.fetched();
            }
        }
        throw new CannotReach("The address leads on to another one, and that to others, more often than we follow.");
    }

    private sealed interface Answer {}

    private record Elsewhere(URI address) implements Answer {}

    private record Here(Fetched fetched) implements Answer {}

    private HttpGet request(URI address) {
        var request = new HttpGet(address);
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        if (etag != null) {
            request.setHeader(HttpHeaders.IF_NONE_MATCH, etag);
        }
        return request;
    }

    /** Breaks off the connection where the file is not wanted: the client would read on to its end, if it has one. */
    private Answer answer(HttpGet request, ClassicHttpResponse response) throws IOException {
        try {
            return answer(response);
        } catch (CannotReach e) {
            request.cancel();
            throw e;
        }
    }

    private Answer answer(ClassicHttpResponse response) throws IOException {
        var status = response.getCode();
        if (REDIRECTED.contains(status)) {
            return new Elsewhere(location(response));
        } else if (status == HttpStatus.SC_NOT_MODIFIED && etag != null) {
            return new Here(new Fetched.Unchanged());
        } else if (status != HttpStatus.SC_OK) {
            throw new CannotReach("There is no file at the address: the answer was status " + status + ".");
        }
        return new Here(new Fetched.File(content(response), etag(response)));
    }

    private static URI location(ClassicHttpResponse response) {
        try {
            return URI.create(header(response, HttpHeaders.LOCATION).orElseThrow());
        } catch (RuntimeException e) {
            throw new CannotReach("The address leads on, but does not say where to.");
        }
    }

    private static Optional<String> etag(ClassicHttpResponse response) {
        return header(response, HttpHeaders.ETAG)
                .filter(tag -> tag.length() <= LONGEST_ETAG && tag.matches("(?:W/)?\"[\\x21\\x23-\\x7E]*\""));
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(header -> header.getValue());
    }

    private static byte[] content(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        var encoding = header(response, HttpHeaders.CONTENT_ENCODING).orElse("identity");
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> capped(entity.getContent());
            case "gzip", "x-gzip" -> capped(new GZIPInputStream(entity.getContent()));
            default -> throw new CannotReach("The file is packed in a way that we did not ask for.");
        };
    }

    /** Counts what comes out, so that a small file cannot swell. */
    private static byte[] capped(InputStream content) throws IOException {
        var read = content.readNBytes(Caps.BYTES + 1);
        if (read.length > Caps.BYTES) {
            throw new CannotReach("The file is larger than 10 MB, which is the most we read.");
        }
        return read;
    }
}
