package org.zhikao.server.exemption;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.zhikao.server.exemption.Uncopyable.Why;

/**
 * 文档: copied with their pages and what is drawn on them, and with nothing else: no actions, no scripts, no attached
 * files, no properties.
 */
final class Documents {
    static final int MOST_PAGES = 30;

    private static final List<COSName> OF_THE_CATALOGUE = names("Type", "Pages", "Version");
    private static final List<COSName> OF_A_PAGE = names(
            "Type", "Parent", "MediaBox", "CropBox", "Rotate", "Contents", "Resources", "Annots", "Group", "UserUnit");
    /** A seal on an electronic certificate is a form field's picture: it stays as a plain stamp. */
    private static final List<COSName> OF_A_STAMP = names("Type", "Rect", "AP", "AS", "F");

    private static final List<COSName> NOWHERE =
            names("Metadata", "PieceInfo", "AF", "AA", "A", "PA", "JS", "EF", "OPI", "LastModified", "StructParents");

    private Documents() {}

    private static List<COSName> names(String... names) {
        return List.of(names).stream().map(COSName::getPDFName).toList();
    }

    /** Writes the copy and answers the number of pages. */
    static int copy(ChunkedFile file, OutputStream out) throws Uncopyable {
        PdfExpansion.requireBounded(file);
        try (PDDocument document = Loader.loadPDF(file.document(), IOUtils.createMemoryOnlyStreamCache())) {
            if (document.isEncrypted()) {
                throw new Uncopyable(Why.PDF_ENCRYPTED, null);
            }
            int pages = document.getNumberOfPages();
            if (pages == 0) {
                throw new Uncopyable(Why.FILE_BROKEN, null);
            }
            if (pages > MOST_PAGES) {
                throw new Uncopyable(Why.PDF_TOO_LONG, null);
            }
            strip(document);
            document.save(out, CompressParameters.NO_COMPRESSION);
            return pages;
        } catch (InvalidPasswordException e) {
            throw new Uncopyable(Why.PDF_ENCRYPTED, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // A document nested thousands deep ends in an Error, which no catch of exceptions sees.
            throw new Uncopyable(Why.FILE_BROKEN, e);
        }
    }

    private static void strip(PDDocument document) {
        COSDictionary catalogue = document.getDocumentCatalog().getCOSObject();
        keep(catalogue, OF_THE_CATALOGUE);
        document.getDocument().getTrailer().removeItem(COSName.INFO);
        for (PDPage page : document.getPages()) {
            COSDictionary sheet = page.getCOSObject();
            keep(sheet, OF_A_PAGE);
            COSArray drawn = new COSArray();
            COSArray annotations = sheet.getCOSArray(COSName.ANNOTS);
            for (int i = 0; annotations != null && i < annotations.size(); i++) {
                if (annotations.getObject(i) instanceof COSDictionary annotation
                        && annotation.getCOSDictionary(COSName.AP) != null) {
                    keep(annotation, OF_A_STAMP);
                    annotation.setItem(COSName.SUBTYPE, COSName.getPDFName("Stamp"));
                    drawn.add(annotation);
                }
            }
            sheet.setItem(COSName.ANNOTS, drawn);
        }
        stripBelow(catalogue);
    }

    private static void keep(COSDictionary dictionary, List<COSName> wanted) {
        for (COSName name : List.copyOf(dictionary.keySet())) {
            if (!wanted.contains(name)) {
                dictionary.removeItem(name);
            }
        }
    }

    /** Everything that can still be reached, once each and without recursion. */
    private static void stripBelow(COSDictionary root) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            COSBase one = open.pop();
            COSBase base = one instanceof COSObject reference ? reference.getObject() : one;
            if (base == null || !seen.add(base)) {
                continue;
            }
            if (base instanceof COSDictionary dictionary) {
                NOWHERE.forEach(dictionary::removeItem);
                dictionary.getValues().forEach(open::push);
            } else if (base instanceof COSArray array) {
                array.forEach(value -> {
                    if (value != null) {
                        open.push(value);
                    }
                });
            }
        }
    }
}
