package io.bridgehead.registration.delegation.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// A stranger's xlsx, of which only so much is read as can do no harm. A small file can unpack to any
/// size, and a cell can claim to stand in column two thousand million, for which the reader would make
/// room. So every part is unpacked within bounds and looked through, and the reader is given what came
/// out of it, packed anew.
final class BoundedWorkbook implements AutoCloseable {

    /// Excel's own limits, or far beyond what a list of people has.
    private static final int MOST_PARTS = 1_000;

    private static final int MOST_CELLS = 200_000;
    private static final int MOST_FORMULAS = 5_000;
    private static final int LONGEST_TEXT = 32_767;

    /// Excel's last column is XFD; its last row has seven digits.
    private static final Pattern CELL = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?\\d{1,7}");

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    /// No workbook, or a broken one.
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        Unreadable(Throwable cause) {
            super(cause);
        }
    }

    /// More in it than a list of people can need.
    static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1;
    }

    private BoundedWorkbook(ReadableWorkbook workbook) throws IOException {
        this.workbook = workbook;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
    }

    /// @param mostUnzipped bytes of all parts together
    static BoundedWorkbook open(byte[] xlsx, long mostUnzipped) throws Unreadable, TooLarge {
        try {
            byte[] harmless = new Parts().repack(xlsx, mostUnzipped);
            return new BoundedWorkbook(new ReadableWorkbook(new ByteArrayInputStream(harmless)));
        } catch (IOException | RuntimeException e) {
            // The reader's own exceptions and, on a file of unknown origin, any other.
            throw new Unreadable(e);
        }
    }

    /// The next row of the first sheet.
    ///
    /// @return null after the last one
    @Nullable Row next() throws Unreadable {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) {
            throw new Unreadable(e);
        }
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The parts of one workbook, and what they have held so far.
    private static final class Parts {

        private final XMLInputFactory xmlReaders = XMLInputFactory.newDefaultFactory();
        private int cells;
        private int formulas;

        Parts() {
            xmlReaders.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            xmlReaders.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        }

        /// @return the same workbook without pictures, macros and whatever else is no XML
        byte[] repack(byte[] xlsx, long mostUnzipped) throws IOException, TooLarge {
            ByteArrayOutputStream repacked = new ByteArrayOutputStream();
            try (ZipFile zip =
                            ZipFile.builder()
                                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(xlsx))
                                    .get();
                    ZipOutputStream out = new ZipOutputStream(repacked)) {
                out.setLevel(Deflater.BEST_SPEED);
                long room = mostUnzipped;
                int count = 0;
                for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                    if (++count > MOST_PARTS) {
                        throw new TooLarge();
                    }
                    if (isXml(part.getName())) {
                        byte[] content = read(zip, part, room);
                        room -= content.length;
                        look(content);
                        out.putNextEntry(new ZipEntry(part.getName()));
                        out.write(content);
                        out.closeEntry();
                    }
                }
            }
            return repacked.toByteArray();
        }

        /// Reads on only as far as there is room: what the file says of its parts' sizes proves nothing.
        private static byte[] read(ZipFile zip, ZipArchiveEntry part, long room)
                throws IOException, TooLarge {
            try (InputStream content = zip.getInputStream(part)) {
                byte[] read = content.readNBytes(Math.toIntExact(room + 1));
                if (read.length > room) {
                    throw new TooLarge();
                }
                return read;
            }
        }

        private static boolean isXml(String part) {
            return part.endsWith(".xml") || part.endsWith(".rels");
        }

        private void look(byte[] part) throws IOException, TooLarge {
            try {
                XMLStreamReader xml =
                        xmlReaders.createXMLStreamReader(new ByteArrayInputStream(part));
                int text = 0;
                while (xml.hasNext()) {
                    switch (xml.next()) {
                        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                                throw new IOException("a workbook declares no entities");
                        case XMLStreamConstants.START_ELEMENT -> {
                            text = 0;
                            count(xml);
                        }
                        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                            text += xml.getTextLength();
                            if (text > LONGEST_TEXT) {
                                throw new TooLarge();
                            }
                        }
                        default -> {}
                    }
                }
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }

        private void count(XMLStreamReader xml) throws TooLarge {
            switch (xml.getLocalName()) {
                case "c" -> {
                    String address = xml.getAttributeValue(null, "r");
                    if (++cells > MOST_CELLS
                            || (address != null && !CELL.matcher(address).matches())) {
                        throw new TooLarge();
                    }
                }
                case "f" -> {
                    if (++formulas > MOST_FORMULAS) {
                        throw new TooLarge();
                    }
                }
                default -> {}
            }
        }
    }
}
