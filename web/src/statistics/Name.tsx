import { useTranslation } from "react-i18next";

import { nameIn, type Names } from "./message";

/** A name of a structure, marked with its language where that is not the page's. */
export function Name({ of, code }: { of: Names; code: string }) {
    const { i18n } = useTranslation();
    const name = nameIn(of, i18n.language);
    if (name === undefined) return <bdi className="code">{code}</bdi>;
    if (name.language === i18n.language) return <>{name.text}</>;
    return (
        <span lang={name.language} dir={name.language === "ur" ? "rtl" : "ltr"}>
            {name.text}
        </span>
    );
}

/** The same as plain text, for a label. */
export function useNameOf(): (named: { id: string; names: Names }) => string {
    const { i18n } = useTranslation();
    return ({ id, names }) => nameIn(names, i18n.language)?.text ?? id;
}
