package io.bridgehead.registration.delegation.sheet;

import io.bridgehead.platform.web.Finding;
import io.bridgehead.registration.delegation.sheet.BoundedWorkbook.TooLarge;
import io.bridgehead.registration.delegation.sheet.BoundedWorkbook.Unreadable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Row;

/// The first sheet of a workbook as a list of people: row 1 is the heading, each further one that is not
/// blank a person. What a row says by itself is judged here; who is registered already, is not.
///
/// @param findings on the sheet as a whole; when there are any, there are no rows
public record DelegationSheet(List<SheetRow> rows, List<Finding> findings) {

    public DelegationSheet {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /// @param mostRows people in it; a longer sheet is refused as a whole
    /// @param mostUnzipped bytes of all its parts together
    public static DelegationSheet read(byte[] xlsx, int mostRows, long mostUnzipped) {
        try (BoundedWorkbook workbook = BoundedWorkbook.open(xlsx, mostUnzipped)) {
            return read(workbook, mostRows);
        } catch (TooLarge _) {
            return refused(SheetFault.TOO_LARGE.at(0, null));
        } catch (Unreadable _) {
            return refused(SheetFault.NOT_A_WORKBOOK.at(0, null));
        }
    }

    /// Judges a row that comes by itself as it would be in a sheet.
    public static SheetRow row(int number, SheetCells cells) {
        Map<SheetColumn, String> headings = new EnumMap<>(SheetColumn.class);
        for (SheetColumn column : SheetColumn.values()) {
            headings.put(column, column.heading(false));
        }
        return new SheetReader(headings).read(number, cells);
    }

    private static DelegationSheet read(BoundedWorkbook workbook, int mostRows) throws Unreadable {
        SheetHeading heading = SheetHeading.of(workbook.next());
        if (!heading.findings().isEmpty()) {
            return new DelegationSheet(List.of(), heading.findings());
        }
        SheetReader reader = new SheetReader(heading.names());
        List<SheetRow> people = new ArrayList<>();
        int last = 1;
        for (Row row = workbook.next(); row != null; row = workbook.next()) {
            if (row.getRowNum() <= last) {
                // Rows are told apart by their numbers, from run to run.
                return refused(SheetFault.NOT_A_WORKBOOK.at(0, null));
            }
            last = row.getRowNum();
            if (heading.isBlank(row)) {
                continue;
            }
            if (people.size() == mostRows) {
                return refused(SheetFault.TOO_MANY_ROWS.at(last, null, mostRows));
            }
            people.add(reader.read(last, heading.cells(row)));
        }
        return people.isEmpty()
                ? refused(SheetFault.NO_ROWS.at(1, null))
                : new DelegationSheet(people, List.of());
    }

    private static DelegationSheet refused(Finding finding) {
        return new DelegationSheet(List.of(), List.of(finding));
    }
}
