import { useTranslation } from "react-i18next";

import { Printed } from "./Printed";
import { inUrdu } from "./sayings";

export function sentence(text: string): string {
    const first = text.charAt(0).toUpperCase() + text.slice(1);
    return /[.!?۔]$/.test(first) ? first : `${first}.`;
}

/** A sentence of the server: in the language of the page where we have it, else in English. */
export function Saying({ text }: { text: string }) {
    const { i18n } = useTranslation();
    const urdu = i18n.language === "ur" ? inUrdu(text) : undefined;
    if (urdu !== undefined) return <span>{urdu}۔</span>;
    return <Printed>{sentence(text)}</Printed>;
}
