import regular from "@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2?url";
import semibold from "@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-600-normal.woff2?url";

const family = "Noto Naskh Arabic";

const weights = [
    { address: regular, weight: "400" },
    { address: semibold, weight: "600 700" },
];

/** What the letters of Urdu need; Latin letters and digits stay in the font of the system. */
const unicodeRange = "U+0600-06FF, U+0750-077F, U+200C-200E, U+FB50-FDFF, U+FE70-FEFC";

/** Loads the letters of Urdu from this server: a machine without an Urdu font shows boxes for ہ and
 *  ے. Fetched here and not named in a style sheet, since the content security policy has no
 *  font-src; it also keeps the fonts out of every page that is not Urdu. Until they are here, and
 *  where they cannot be had, the fonts of the system are shown. */
export async function loadUrduFont(): Promise<void> {
    await Promise.all(
        weights.map(async ({ address, weight }) => {
            const response = await fetch(address);
            if (!response.ok) return;
            const bytes = await response.arrayBuffer();
            const face = new FontFace(family, bytes, { weight, unicodeRange, display: "swap" });
            document.fonts.add(await face.load());
        }),
    );
}
