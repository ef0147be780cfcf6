/** Java has no JSON of its own. Objects are LinkedHashMap, lists ArrayList, numbers Long or Double. */
export const javaJson = (packageName: string) => `package ${packageName};
${JSON_CLASS}`;

const JSON_CLASS = String.raw`
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON text (RFC 8259) to maps, lists, texts, numbers and booleans, and back. */
public final class Json {
    /** Something that has its members as a map. */
    public interface Model {
        Map<String, Object> toJson();
    }

    private static final int DEEPEST = 1000;
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException for what is no JSON */
    public static Object read(String text) {
        Json reader = new Json(text);
        Object value = reader.value(0);
        reader.space();
        if (reader.at < text.length()) throw reader.wrong();
        return value;
    }

    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof Model) write(((Model) value).toJson(), out);
        else if (value instanceof Map) {
            String comma = "{";
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                out.append(comma);
                quote(String.valueOf(entry.getKey()), out);
                out.append(':');
                write(entry.getValue(), out);
                comma = ",";
            }
            out.append(comma.equals("{") ? "{}" : "}");
        } else if (value instanceof Collection) {
            String comma = "[";
            for (Object one : (Collection<?>) value) {
                out.append(comma);
                write(one, out);
                comma = ",";
            }
            out.append(comma.equals("[") ? "[]" : "]");
        } else if (value == null || value instanceof Number || value instanceof Boolean) out.append(value);
        else quote(String.valueOf(value), out);
    }

    private static void quote(String value, StringBuilder out) {
        out.append('"');
        for (char letter : value.toCharArray()) {
            if (letter == '"' || letter == '\\') out.append('\\').append(letter);
            else if (letter < ' ') out.append(String.format("\\u%04x", (int) letter));
            else out.append(letter);
        }
        out.append('"');
    }

    private Object value(int depth) {
        space();
        if (at >= text.length() || depth > DEEPEST) throw wrong();
        char first = text.charAt(at);
        if (first == '{') return object(depth + 1);
        if (first == '[') return list(depth + 1);
        if (first == '"') return string();
        if (word("true")) return Boolean.TRUE;
        if (word("false")) return Boolean.FALSE;
        if (word("null")) return null;
        return number();
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        if (sign('}')) return members;
        do {
            space();
            if (at >= text.length() || text.charAt(at) != '"') throw wrong();
            String name = string();
            if (!sign(':')) throw wrong();
            members.put(name, value(depth));
        } while (sign(','));
        if (!sign('}')) throw wrong();
        return members;
    }

    private List<Object> list(int depth) {
        List<Object> items = new ArrayList<>();
        at++;
        if (sign(']')) return items;
        do items.add(value(depth));
        while (sign(','));
        if (!sign(']')) throw wrong();
        return items;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"') {
                at++;
                return out.toString();
            }
            out.append(letter == '\\' ? escaped() : letter);
        }
        throw wrong();
    }

    private char escaped() {
        at++;
        if (at >= text.length()) throw wrong();
        char letter = text.charAt(at);
        int plain = "\"\\/bfnrt".indexOf(letter);
        if (plain >= 0) return "\"\\/\b\f\n\r\t".charAt(plain);
        if (letter != 'u' || at + 4 >= text.length()) throw wrong();
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
    }

    private Number number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) at++;
        String digits = text.substring(start, at);
        if (digits.isEmpty()) throw wrong();
        if (!digits.matches("-?\\d{1,18}")) return Double.valueOf(digits);
        return Long.valueOf(digits);
    }

    private boolean word(String expected) {
        if (!text.startsWith(expected, at)) return false;
        at += expected.length();
        return true;
    }

    private boolean sign(char expected) {
        space();
        if (at >= text.length() || text.charAt(at) != expected) return false;
        at++;
        return true;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("No JSON at " + at);
    }
}
`;
