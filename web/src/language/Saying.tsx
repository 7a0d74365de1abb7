import { useTranslation } from "react-i18next";

import { Printed } from "./Printed";
import { inUrdu } from "./sayings";
import { phrase, sentence } from "./words";

interface Props {
    text: string;
    /** A heading or a line of a list: no full stop. */
    isPhrase?: boolean;
}

/** A sentence of the server: in the language of the page where we have it, else in English. */
export function Saying({ text, isPhrase = false }: Props) {
    const { i18n } = useTranslation();
    const urdu = i18n.language === "ur" ? inUrdu(text) : undefined;
    if (urdu !== undefined) return <span>{isPhrase ? urdu : `${urdu}۔`}</span>;
    return <Printed>{isPhrase ? phrase(text) : sentence(text)}</Printed>;
}
