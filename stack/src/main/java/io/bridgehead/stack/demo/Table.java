package io.bridgehead.stack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A table for a terminal, in which a Chinese character is two columns wide.
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(List.of(headings));
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        int[] widths =
                IntStream.range(0, rows.getFirst().size())
                        .map(column ->
                                rows.stream()
                                        .mapToInt(row -> width(row.get(column)))
                                        .max()
                                        .orElse(0))
                        .toArray();
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            text.append(line(rows.get(row), widths)).append('\n');
            if (row == 0) {
                text.append("-".repeat(IntStream.of(widths).map(width -> width + 2).sum() - 2))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - width(cell) + 2));
        }
        return line.toString().stripTrailing();
    }

    /// East Asian Wide and Fullwidth characters (Unicode Annex 11), as far as names and titles use them.
    private static int width(String text) {
        return text.codePoints()
                .map(point ->
                        (point >= 0x1100 && point <= 0x115F)
                                        || (point >= 0x2E80 && point <= 0xA4CF)
                                        || (point >= 0xAC00 && point <= 0xD7A3)
                                        || (point >= 0xF900 && point <= 0xFAFF)
                                        || (point >= 0xFE30 && point <= 0xFE6F)
                                        || (point >= 0xFF00 && point <= 0xFF60)
                                        || (point >= 0xFFE0 && point <= 0xFFE6)
                                ? 2
                                : 1)
                .sum();
    }
}
