package io.bridgehead.registration.delegation.sheet;

import io.bridgehead.platform.web.Finding;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// Where each column stands in a sheet, and what it is called there.
///
/// @param names as findings repeat them
/// @param findings why the sheet cannot be read; empty when it can
record SheetHeading(
        Map<SheetColumn, Integer> places, Map<SheetColumn, String> names, List<Finding> findings) {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}\\p{Cntrl}\u200b\ufeff]+");

    /// Stands for whatever error a cell shows.
    static final String ERROR = "#N/A";

    /// A number of more digits is none of ours, and may have a thousand million of them.
    private static final int MOST_DIGITS = 30;

    SheetHeading {
        places = Map.copyOf(places);
        names = Map.copyOf(names);
        findings = List.copyOf(findings);
    }

    /// @param row the sheet's first one; null when it has none
    static SheetHeading of(@Nullable Row row) {
        Map<SheetColumn, Integer> places = new EnumMap<>(SheetColumn.class);
        Map<SheetColumn, String> names = new EnumMap<>(SheetColumn.class);
        List<Finding> findings = new ArrayList<>();
        boolean inEnglish = false;
        if (row != null && row.getRowNum() == 1) {
            for (int place = 0; place < row.getCellCount(); place++) {
                String heading = normalised(text(row, place));
                Optional<SheetColumn> column = SheetColumn.of(heading);
                if (column.isPresent()) {
                    inEnglish |= column.get().isEnglish(heading);
                    names.put(column.get(), heading);
                    if (places.put(column.get(), place) != null) {
                        findings.add(SheetFault.COLUMN_TWICE.at(1, heading));
                    }
                }
            }
        }
        if (places.isEmpty()) {
            findings.add(SheetFault.NO_HEADING.at(1, null));
        } else {
            for (SheetColumn column : SheetColumn.values()) {
                if (!column.mayBeMissing() && !places.containsKey(column)) {
                    findings.add(SheetFault.COLUMN_MISSING.at(1, column.heading(inEnglish)));
                }
            }
        }
        return new SheetHeading(places, names, findings);
    }

    SheetCells cells(Row row) {
        return SheetCells.read(column -> text(row, column));
    }

    /// @return what is written there, without blanks around it; empty where nothing is
    private String text(Row row, SheetColumn column) {
        Integer place = places.get(column);
        return place == null ? "" : text(row, place);
    }

    boolean isBlank(Row row) {
        return places.keySet().stream().allMatch(column -> text(row, column).isEmpty());
    }

    /// Full-width digits and letters become ordinary ones, as people mean them.
    static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    static String tidied(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static String text(Row row, int place) {
        return row.getOptionalCell(place)
                .map(SheetHeading::text)
                .map(SheetHeading::tidied)
                .orElse("");
    }

    /// Excel makes a number of a phone number as soon as it can, and may keep it as `1.39E10`.
    private static String text(Cell cell) {
        if (cell.getType() == CellType.ERROR) {
            return ERROR;
        }
        if (cell.getType() == CellType.NUMBER) {
            BigDecimal number = cell.asNumber();
            if (number.precision() + Math.abs((long) number.scale()) <= MOST_DIGITS) {
                return number.stripTrailingZeros().toPlainString();
            }
        }
        return cell.getText();
    }
}
