package vn.ruralmap.server.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Key-value parameters of an OGC request: names without regard to case (OGC 06-121r9 §11.5.2), first value counts, an
 * empty value is none.
 */
public final class Parameters {

    /** Those of a request that has none. */
    public static final Parameters NONE = new Parameters();

    private static final Pattern COMMA = Pattern.compile(",");

    private final Map<String, String> values = new HashMap<>();

    private Parameters() {}

    /** @throws RequestException InvalidParameterValue if they cannot be read at all */
    public static Parameters of(HttpServletRequest request) {
        Parameters parameters = new Parameters();
        all(request).forEach((name, all) -> {
            if (all.length > 0 && !all[0].isBlank()) {
                parameters.values.putIfAbsent(name.toLowerCase(Locale.ROOT), all[0].strip());
            }
        });
        return parameters;
    }

    private static Map<String, String[]> all(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException e) {
            // Servlet 6.1 §3.1: broken escapes, or a form larger than the server takes
            throw RequestException.of(
                    "InvalidParameterValue",
                    null,
                    "Các tham số sai mã hóa hoặc quá dài",
                    "the parameters are wrongly encoded or too long");
        }
    }

    public static Parameters of(Map<String, String> given) {
        Parameters parameters = new Parameters();
        given.forEach((name, value) -> parameters.values.put(name.toLowerCase(Locale.ROOT), value.strip()));
        parameters.values.values().removeIf(String::isEmpty);
        return parameters;
    }

    /** The same with another value of one of them. */
    public Parameters with(String name, String value) {
        Parameters parameters = new Parameters();
        parameters.values.putAll(values);
        parameters.values.put(name.toLowerCase(Locale.ROOT), value);
        return parameters;
    }

    /** All of them, by name in lower case. */
    public Map<String, String> asMap() {
        return Map.copyOf(values);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
    }

    /** @throws RequestException MissingParameterValue */
    public String get(String name) {
        return find(name).orElseThrow(() -> RequestException.missing(name));
    }

    /** The items of a comma-separated list; empty items stay, as OGC lists count them. */
    public List<String> list(String name) {
        return find(name)
                .map(text ->
                        Arrays.stream(COMMA.split(text, -1)).map(String::strip).toList())
                .orElse(List.of());
    }

    /** @throws RequestException InvalidParameterValue unless the value is a whole number within the range */
    public Optional<Integer> findInteger(String name, int min, int max) {
        return find(name).map(text -> {
            try {
                int value = Integer.parseInt(text);
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw outside(name, min, max);
            }
            throw outside(name, min, max);
        });
    }

    /** @throws RequestException what {@code malformed} gives, unless every item is a finite number */
    public static double[] numbers(List<String> items, Supplier<RequestException> malformed) {
        double[] numbers = new double[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            try {
                numbers[i] = Double.parseDouble(items.get(i));
            } catch (NumberFormatException e) {
                throw malformed.get();
            }
            if (!Double.isFinite(numbers[i])) {
                throw malformed.get();
            }
        }
        return numbers;
    }

    private static RequestException outside(String name, int min, int max) {
        return RequestException.invalid(
                name, "cần số nguyên từ " + min + " đến " + max, "a whole number from " + min + " to " + max);
    }

    /** True for a value that starts with {@code en}; the product speaks Vietnamese otherwise. */
    public String language() {
        return find("language")
                        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("en"))
                        .isPresent()
                ? "en"
                : "vi";
    }
}
