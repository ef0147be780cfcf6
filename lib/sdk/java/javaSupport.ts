/** The small classes beside the core: config, answer, error and what reads models out of JSON. */
export const javaSupport = (
  packageName: string,
  baseUrl: string,
  region: string,
): Record<string, string> => ({
  ClientConfig: `package ${packageName};

import java.time.Duration;

/** How calls are made; what is not set is not sent. */
public final class ClientConfig {
    public String baseUrl = ${JSON.stringify(baseUrl)};
    public String region = ${JSON.stringify(region)};
    public String accessKey;
    public String secretKey;
    public String sessionToken;
    public String apiKey;
    public Duration timeout = Duration.ofSeconds(30);

    public ClientConfig baseUrl(String value) {
        baseUrl = value;
        return this;
    }

    public ClientConfig credentials(String access, String secret) {
        accessKey = access;
        secretKey = secret;
        return this;
    }

    public ClientConfig sessionToken(String value) {
        sessionToken = value;
        return this;
    }

    public ClientConfig region(String value) {
        region = value;
        return this;
    }

    public ClientConfig apiKey(String value) {
        apiKey = value;
        return this;
    }

    public ClientConfig timeout(Duration value) {
        timeout = value;
        return this;
    }
}
`,
  ApiResponse: `package ${packageName};

import java.util.List;
import java.util.Map;

/** An answer: its status, its headers and its body as data. */
public final class ApiResponse<T> {
    public final int status;
    public final Map<String, List<String>> headers;
    public final T data;

    ApiResponse(int status, Map<String, List<String>> headers, T data) {
        this.status = status;
        this.headers = headers;
        this.data = data;
    }
}
`,
  ApiError: `package ${packageName};

/** The API answered with a status of 400 or above. */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    public final transient ApiResponse<Object> response;

    ApiError(ApiResponse<Object> response) {
        super(response.status + " " + Json.write(response.data));
        this.response = response;
    }
}
`,
  Values: `package ${packageName};

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What Json read, as the types that models name; null where it is something else. */
final class Values {
    private Values() {}

    static <T> T as(Object value, Class<T> type) {
        return type.isInstance(value) ? type.cast(value) : null;
    }

    static Long integer(Object value) {
        return value instanceof Number ? (Long) ((Number) value).longValue() : null;
    }

    static Double number(Object value) {
        return value instanceof Number ? (Double) ((Number) value).doubleValue() : null;
    }

    static <T> T object(Object value, Function<Map<?, ?>, T> read) {
        return value instanceof Map ? read.apply((Map<?, ?>) value) : null;
    }

    static <T> List<T> list(Object value, Function<Object, T> read) {
        if (!(value instanceof List)) return null;
        List<T> items = new ArrayList<>();
        for (Object one : (List<?>) value) items.add(read.apply(one));
        return items;
    }

    static <T> Map<String, T> map(Object value, Function<Object, T> read) {
        if (!(value instanceof Map)) return null;
        Map<String, T> members = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((name, one) -> members.put(String.valueOf(name), read.apply(one)));
        return members;
    }
}
`,
});
