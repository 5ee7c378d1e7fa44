package org.zhikao.web.registration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.formats.sealing.IdentityNumber;
import org.zhikao.formats.sealing.PersonName;

/**
 * 报名表 as typed: kept as it is until it is sound, so that nobody types anything twice.
 *
 */
record Typed(String name, String identity, String phone, String track, String category, String kind) {
    private static final Pattern PHONE = Pattern.compile("1[0-9]{10}");

    static final Typed EMPTY = new Typed("", "", "", "", "", "");

    Typed {
        name = name == null ? "" : name.strip();
        identity = identity == null ? "" : identity.strip();
        phone = phone == null ? "" : phone.replaceAll("[\\s-]", "");
        track = track == null ? "" : track;
        category = category == null ? "" : category;
        kind = kind == null ? "" : kind;
    }

    /** Field to message key of what is wrong with it, in the order of the form; empty when all is sound. */
    Map<String, String> flaws() {
        Map<String, String> flaws = new LinkedHashMap<>();
        note(flaws, "name", () -> new PersonName(name));
        note(flaws, "identity", () -> IdentityNumber.read(identity));
        if (!PHONE.matcher(phone).matches()) {
            flaws.put("phone", "unusable.PHONE_SHAPE");
        }
        if (track.isBlank()) {
            flaws.put("track", "unusable.CHOICE_MISSING");
        }
        if (category.isBlank()) {
            flaws.put("category", "unusable.CHOICE_MISSING");
        }
        if (kind.isBlank()) {
            flaws.put("kind", "unusable.CHOICE_MISSING");
        }
        return flaws;
    }

    private static void note(Map<String, String> flaws, String field, Runnable reading) {
        try {
            reading.run();
        } catch (Refused flaw) {
            flaws.put(field, "refusal.sealing." + flaw.code().name());
        }
    }

    /** The particulars in their stored forms. */
    SortedMap<String, String> fields() {
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("name", new PersonName(name).value());
        fields.put("identityNumber", IdentityNumber.read(identity).value());
        fields.put("phone", phone);
        return fields;
    }
}
