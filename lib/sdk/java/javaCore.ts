/** What every Java client has: the call, its signature and its answer. Java 11 and later, nothing beside it. */
export const javaCore = (packageName: string) => `package ${packageName};
${CORE}`;

const CORE = String.raw`
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The call, its signature and its answer: what every operation shares. */
public abstract class ApiGatewayCore {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final String baseUrl;
    private final String accessKey;
    private final String secretKey;
    private final String sessionToken;
    private final String region;
    private final String apiKey;
    private final Duration timeout;

    protected ApiGatewayCore(ClientConfig config) {
        baseUrl = config.baseUrl.replaceAll("/$", "");
        accessKey = config.accessKey;
        secretKey = config.secretKey;
        sessionToken = config.sessionToken;
        region = config.region;
        apiKey = config.apiKey;
        timeout = config.timeout;
    }

    protected ApiResponse<Object> call(
            String method, String path, Map<String, Object> query, Map<String, Object> headers, Object body)
            throws IOException, InterruptedException {
        String queryText = queryText(query);
        URI url = URI.create(baseUrl + path + (queryText.isEmpty() ? "" : "?" + queryText));
        byte[] payload = body == null ? new byte[0] : Json.write(body).getBytes(StandardCharsets.UTF_8);
        Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.put("Accept", "application/json");
        if (body != null) sent.put("Content-Type", "application/json");
        if (apiKey != null) sent.put("x-api-key", apiKey);
        headers.forEach((name, value) -> {
            if (value != null) sent.put(name, String.valueOf(value));
        });
        if (accessKey != null && secretKey != null && !sent.containsKey("Authorization"))
            sign(method, url, queryText, sent, payload);
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(timeout);
        sent.forEach(request::setHeader);
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(payload));
        HttpResponse<String> answer =
                HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        ApiResponse<Object> response =
                new ApiResponse<>(answer.statusCode(), answer.headers().map(), read(answer));
        if (answer.statusCode() >= 400) throw new ApiError(response);
        return response;
    }

    private static Object read(HttpResponse<String> answer) {
        boolean isJson = answer.headers().firstValue("content-type").orElse("").contains("json");
        if (!isJson || answer.body().isEmpty()) return answer.body();
        try {
            return Json.read(answer.body());
        } catch (IllegalArgumentException notJson) {
            return answer.body();
        }
    }

    /** RFC 3986 */
    protected static String encode(Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    protected static String encodePath(Object value) {
        return encode(value).replace("%2F", "/");
    }

    private static String queryText(Map<String, Object> query) {
        List<String[]> pairs = new ArrayList<>();
        query.forEach((name, value) -> {
            Collection<?> values = value instanceof Collection
                    ? (Collection<?>) value
                    : value == null ? List.of() : List.of(value);
            for (Object one : values) pairs.add(new String[] {encode(name), encode(one)});
        });
        pairs.sort((a, b) -> a[0].equals(b[0]) ? a[1].compareTo(b[1]) : a[0].compareTo(b[0]));
        List<String> texts = new ArrayList<>();
        for (String[] pair : pairs) texts.add(pair[0] + "=" + pair[1]);
        return String.join("&", texts);
    }

    /** Signature Version 4, https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html */
    private void sign(String method, URI url, String query, Map<String, String> headers, byte[] payload) {
        String time = ZonedDateTime.now(ZoneOffset.UTC).format(TIME);
        String day = time.substring(0, 8);
        String scope = day + "/" + region + "/execute-api/aws4_request";
        TreeMap<String, String> signed = new TreeMap<>();
        signed.put("host", url.getRawAuthority());
        signed.put("x-amz-date", time);
        headers.put("X-Amz-Date", time);
        if (sessionToken != null) {
            signed.put("x-amz-security-token", sessionToken);
            headers.put("X-Amz-Security-Token", sessionToken);
        }
        String names = String.join(";", signed.keySet());
        StringBuilder lines = new StringBuilder();
        signed.forEach((name, value) -> lines.append(name).append(':').append(value).append('\n'));
        String path = url.getRawPath().isEmpty() ? "/" : encodePath(url.getRawPath());
        String canonical = String.join("\n", method, path, query, lines, names, sha256(payload));
        String toSign = String.join(
                "\n", "AWS4-HMAC-SHA256", time, scope, sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {day, region, "execute-api", "aws4_request"}) key = hmac(key, part);
        headers.put(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + accessKey + "/" + scope + ", SignedHeaders=" + names
                        + ", Signature=" + hex(hmac(key, toSign)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte one : bytes) text.append(String.format("%02x", one));
        return text.toString();
    }
}
`;
