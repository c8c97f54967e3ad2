package io.bridgehead.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The texts of problems, in the two languages, of every module on the class path: each has its own
/// `messages/problems.properties` (Chinese) and `messages/problems_en.properties`, and no module
/// repeats a key of another.
final class ProblemMessages {

    private final Map<String, String> chinese;
    private final Map<String, String> english;

    private ProblemMessages(Map<String, String> chinese, Map<String, String> english) {
        this.chinese = chinese;
        this.english = english;
    }

    /// @throws IllegalStateException when a key is there in one language only, or twice
    static ProblemMessages load(ClassLoader modules) {
        Map<String, String> chinese = read(modules, "classpath*:messages/problems.properties");
        Map<String, String> english = read(modules, "classpath*:messages/problems_en.properties");
        if (!chinese.keySet().equals(english.keySet())) {
            TreeSet<String> oneSided = new TreeSet<>(chinese.keySet());
            oneSided.addAll(english.keySet());
            oneSided.removeIf(key -> chinese.containsKey(key) && english.containsKey(key));
            throw new IllegalStateException("problem texts in one language only: " + oneSided);
        }
        return new ProblemMessages(chinese, english);
    }

    /// @param arguments are shown as they are: no grouping of digits, no dates in words
    Optional<String> find(String key, Locale locale, Object... arguments) {
        String pattern = (isEnglish(locale) ? english : chinese).get(key);
        if (pattern == null) {
            return Optional.empty();
        }
        Object[] shown = Arrays.stream(arguments).map(String::valueOf).toArray();
        return Optional.of(new MessageFormat(pattern, locale).format(shown));
    }

    static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private static Map<String, String> read(ClassLoader modules, String pattern) {
        Map<String, String> texts = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver(modules).getResources(pattern)) {
                Properties properties = new Properties();
                try (Reader reader =
                        new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                for (String key : properties.stringPropertyNames()) {
                    if (texts.put(key, properties.getProperty(key)) != null) {
                        throw new IllegalStateException(
                                "the problem text " + key + " is there twice, also in " + resource);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
