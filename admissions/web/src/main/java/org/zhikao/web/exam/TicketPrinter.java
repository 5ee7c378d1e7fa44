package org.zhikao.web.exam;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Prints a ticket with LXGW WenKai (霞鹜文楷), which draws the rare characters of names; without the font there is no PDF. */
@Component
class TicketPrinter {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"),
            Path.of("/usr/share/fonts/lxgw-wenkai/LXGWWenKai-Regular.ttf"),
            Path.of("/usr/local/share/fonts/LXGWWenKai-Regular.ttf"));
    private static final int QR_SIDE = 132;

    private final SpringTemplateEngine templates;
    private final @Nullable Path file;
    private final @Nullable Font font;

    TicketPrinter(SpringTemplateEngine templates) {
        this.templates = templates;
        this.file = PLACES.stream().filter(Files::isReadable).findFirst().orElse(null);
        this.font = file == null ? null : read(file);
    }

    private static Font read(Path file) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
        } catch (FontFormatException e) {
            throw new IllegalStateException("not a font: " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False when the font is missing or cannot draw a character: nobody sits an exam under a name with a box in it. */
    boolean canDraw(Ticket ticket) {
        return font != null && font.canDisplayUpTo(ticket.letters()) == -1;
    }

    byte[] print(Ticket ticket, Locale locale) {
        if (file == null) {
            throw new IllegalStateException("no font to print with");
        }
        String page = templates.process(
                "print/ticket", new Context(locale, Map.of("ticket", ticket, "qr", picture("ZK:" + ticket.number()))));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(file.toFile(), "WenKai");
            builder.withHtmlContent(page, null);
            builder.withProducer("zhikao");
            builder.toStream(pdf);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static String picture(String content) {
        try {
            BitMatrix bits = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, QR_SIDE, QR_SIDE);
            BufferedImage image = new BufferedImage(bits.getWidth(), bits.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < bits.getHeight(); y++) {
                for (int x = 0; x < bits.getWidth(); x++) {
                    image.setRGB(x, y, bits.get(x, y) ? 0xFF000000 : 0xFFFFFFFF);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalArgumentException("does not fit a QR code: " + content, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
