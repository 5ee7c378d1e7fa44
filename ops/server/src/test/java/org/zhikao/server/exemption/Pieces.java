package org.zhikao.server.exemption;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.zhikao.web.exemption.EvidenceVault.Incoming;

/** Files as people and attackers send them, made here: nothing of anybody's. */
final class Pieces {
    /** Stands in what must not survive in a copy. */
    static final String SECRET = "ZHIKAO-SECRET-MARK";

    private Pieces() {}

    static Incoming incoming(byte[] bytes) {
        return new Incoming() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    /** Grainy as a photograph, so that it does not compress to nothing; red above, blue below. */
    static BufferedImage picture(int width, int height, long seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random grain = new Random(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int step = grain.nextInt(40);
                image.setRGB(x, y, y < height / 2 ? 0xC00000 + step * 0x010101 : 0x0000C0 + step * 0x010100);
            }
        }
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] jpeg(int width, int height) {
        return encoded(picture(width, height, 7), "jpeg");
    }

    /** A photograph taken with the camera on its side, with the place in it. */
    static byte[] jpegWithExif(int width, int height, int orientation) {
        byte[] plain = jpeg(width, height);
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        exif.writeBytes("Exif\0\0MM\0*\0\0\0\10\0\1".getBytes(StandardCharsets.ISO_8859_1));
        exif.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0});
        exif.writeBytes(SECRET.getBytes(StandardCharsets.US_ASCII));
        int length = exif.size() + 2;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(plain, 0, 2);
        all.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        all.writeBytes(exif.toByteArray());
        all.write(plain, 2, plain.length - 2);
        // And bytes behind the end, where tools hide things.
        all.writeBytes(SECRET.getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    /** Only the header says how large it is; there is next to nothing behind it. */
    static byte[] pngOfSize(int width, int height) {
        byte[] small = encoded(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY), "png");
        byte[] big = small.clone();
        for (int i = 0; i < 4; i++) {
            big[16 + i] = (byte) (width >> 24 - 8 * i);
            big[20 + i] = (byte) (height >> 24 - 8 * i);
        }
        return big;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.save(out);
            return out.toByteArray();
        }
    }

    static byte[] pdf(int pages) {
        try (PDDocument document = pages(pages)) {
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDDocument pages(int pages) throws IOException {
        PDDocument document = new PDDocument();
        for (int i = 0; i < pages; i++) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setNonStrokingColor(Color.RED);
                content.addRect(50, 50, 200, 100);
                content.fill();
            }
        }
        return document;
    }

    static byte[] pdfWithPassword() {
        try (PDDocument document = pages(1)) {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens with a script, carries a file, names its author. */
    static byte[] pdfThatActs() {
        try (PDDocument document = pages(2)) {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + SECRET + "')"));
            PDEmbeddedFile file =
                    new PDEmbeddedFile(document, new ByteArrayInputStream(SECRET.getBytes(StandardCharsets.US_ASCII)));
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile(SECRET + ".exe");
            specification.setEmbeddedFile(file);
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(java.util.Map.of(SECRET, specification));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            document.getDocumentInformation().setAuthor(SECRET);
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small document whose object stream holds far more than anybody should unpack. */
    static byte[] pdfThatExpands(int mebibytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            byte[] spaces = new byte[1024 * 1024];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < mebibytes; i++) {
                out.write(spaces);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(("%PDF-1.5\n1 0 obj\n<</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length " + packed.size()
                        + ">>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(packed.toByteArray());
        all.writeBytes("\nendstream\nendobj\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }
}
