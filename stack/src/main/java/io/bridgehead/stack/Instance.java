package io.bridgehead.stack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One of the processes that do a part's work. A part's first instance has the part's own name, the
/// second `contract-service-2`.
///
/// @param number from 1
record Instance(String part, int number) {

    private static final Pattern LATER = Pattern.compile("(.+)-(\\d{1,5})");

    static Instance named(String name) {
        Matcher later = LATER.matcher(name);
        return later.matches()
                ? new Instance(later.group(1), Integer.parseInt(later.group(2)))
                : new Instance(name, 1);
    }

    String name() {
        return number == 1 ? part : part + "-" + number;
    }
}
