package org.zhikao.server.exemption;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.zhikao.server.exemption.Uncopyable.Why;
import org.zhikao.web.exemption.EvidenceVault.Kind;
import org.zhikao.web.shared.Unusable;

/**
 * 图片: made anew as JPEG from their pixels, upright, so that nothing of the file but what can be seen goes on: no place,
 * no camera, no hidden bytes behind the end.
 */
final class Pictures {
    /** A side of this many pixels is no photograph of a certificate. */
    static final int LONGEST_SIDE = 9_999;

    static final long MOST_PIXELS = 50_000_000;
    /** An A4 page at 250 dots an inch. */
    private static final int SHOWN_SIDE = 3_000;

    private static final float QUALITY = 0.85f;
    /** Start-of-frame marks of JPEG: C0 to CF but tables (C4), reserved (C8) and arithmetic conditioning (CC). */
    private static final int NO_FRAME = 1 << 4 | 1 << 8 | 1 << 12;

    private Pictures() {}

    /** 尺寸. */
    record Size(int width, int height) {
        boolean taken() {
            return width > 0
                    && height > 0
                    && width <= LONGEST_SIDE
                    && height <= LONGEST_SIDE
                    && (long) width * height <= MOST_PIXELS;
        }
    }

    /** Refuses at once what is plainly too large; a size that the beginning does not tell is looked at later. */
    static void requireSize(Optional<Size> size) {
        if (size.isPresent() && !size.get().taken()) {
            throw new Unusable("PICTURE_TOO_LARGE", Map.of("side", String.valueOf(LONGEST_SIDE)));
        }
    }

    /** From the header chunk, which always comes first. */
    static Optional<Size> pngSize(byte[] head, int filled) {
        return filled < 24 ? Optional.empty() : Optional.of(new Size(int32(head, 16), int32(head, 20)));
    }

    /** From the first start of frame within {@code head}. */
    static Optional<Size> jpegSize(byte[] head, int filled) {
        int at = 2;
        while (at + 9 < filled && (head[at] & 0xFF) == 0xFF) {
            int mark = head[at + 1] & 0xFF;
            if (mark == 0xFF) {
                at++;
            } else if (mark >= 0xC0 && mark <= 0xCF && (NO_FRAME >> (mark - 0xC0) & 1) == 0) {
                return Optional.of(new Size(int16(head, at + 7), int16(head, at + 5)));
            } else {
                at += 2 + int16(head, at + 2);
            }
        }
        return Optional.empty();
    }

    static void copy(ChunkedFile file, Kind kind, OutputStream out) throws Uncopyable, IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(kind.mediaType()).next();
        try (ImageInputStream in = file.picture()) {
            reader.setInput(in, true, true);
            BufferedImage picture = decoded(reader);
            write(upright(picture, kind == Kind.JPEG ? orientation(file) : 1), out);
        } catch (IOException | RuntimeException e) {
            throw new Uncopyable(Why.FILE_BROKEN, e);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decoded(ImageReader reader) throws Uncopyable, IOException {
        Size size = new Size(reader.getWidth(0), reader.getHeight(0));
        if (!size.taken()) {
            throw new Uncopyable(Why.PICTURE_TOO_LARGE, null);
        }
        if (!reader.getImageTypes(0).hasNext()) {
            throw new Uncopyable(Why.PICTURE_COLOURS, null);
        }
        AtomicBoolean cut = new AtomicBoolean();
        // A decoder fills what is missing with grey and only warns: half a certificate must not look like a whole one.
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.contains("Premature end") || warning.contains("Missing EOI")) {
                cut.set(true);
            }
        });
        ImageReadParam how = reader.getDefaultReadParam();
        // Every second, third … pixel of what is far larger than shown, so that memory stays bounded.
        int step = Math.max(1, Math.max(size.width(), size.height()) / (SHOWN_SIDE * 4 / 3));
        how.setSourceSubsampling(step, step, 0, 0);
        BufferedImage picture = reader.read(0, how);
        if (cut.get()) {
            throw new Uncopyable(Why.FILE_TRUNCATED, null);
        }
        return picture;
    }

    /** Turned as the camera was held, opaque, and no larger than shown. */
    private static BufferedImage upright(BufferedImage from, int orientation) {
        double scale = Math.min(1.0, (double) SHOWN_SIDE / Math.max(from.getWidth(), from.getHeight()));
        boolean plain = from.getType() == BufferedImage.TYPE_3BYTE_BGR
                || from.getType() == BufferedImage.TYPE_INT_RGB
                || from.getType() == BufferedImage.TYPE_BYTE_GRAY;
        if (plain && orientation == 1 && scale == 1.0) {
            return from;
        }
        int width = Math.max(1, (int) Math.round(from.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(from.getHeight() * scale));
        boolean lying = orientation >= 5;
        BufferedImage to =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D brush = to.createGraphics();
        try {
            brush.setColor(Color.WHITE);
            brush.fillRect(0, 0, to.getWidth(), to.getHeight());
            brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform turn = turned(orientation, width, height);
            turn.scale((double) width / from.getWidth(), (double) height / from.getHeight());
            brush.drawImage(from, turn, null);
        } finally {
            brush.dispose();
        }
        return to;
    }

    /** The eight orientations of EXIF, for a picture of this width and height as stored. */
    private static AffineTransform turned(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    private static void write(BufferedImage picture, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(image);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }

    /** 1 to 8 as EXIF numbers them; 1 wherever the camera says nothing that can be understood. */
    static int orientation(ChunkedFile file) {
        byte[] head = new byte[64 * 1024];
        int filled = Math.max(0, file.read(0, head, 0, head.length));
        int at = 2;
        while (at + 4 < filled && (head[at] & 0xFF) == 0xFF) {
            int length = int16(head, at + 2);
            boolean exif = (head[at + 1] & 0xFF) == 0xE1 && at + 10 < filled && int32(head, at + 4) == 0x45786966;
            if (exif) {
                return inTiff(head, at + 10, Math.min(filled, at + 2 + length));
            }
            at += 2 + length;
        }
        return 1;
    }

    private static int inTiff(byte[] head, int start, int end) {
        if (start + 8 > end) {
            return 1;
        }
        boolean little = head[start] == 'I';
        long directory = start + number(head, start + 4, 4, little);
        if (directory + 2 > end) {
            return 1;
        }
        int first = (int) directory + 2;
        long entries = number(head, (int) directory, 2, little);
        for (int at = first; at + 12 <= end && at < first + entries * 12; at += 12) {
            if (number(head, at, 2, little) == 0x0112) {
                int value = (int) number(head, at + 8, 2, little);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static long number(byte[] from, int at, int bytes, boolean little) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | from[little ? at + bytes - 1 - i : at + i] & 0xFF;
        }
        return value;
    }

    private static int int16(byte[] from, int at) {
        return (int) number(from, at, 2, false);
    }

    private static int int32(byte[] from, int at) {
        return (int) number(from, at, 4, false);
    }
}
