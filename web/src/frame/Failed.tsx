import { useTranslation } from "react-i18next";

interface Props {
    words: string;
    retry: () => void;
}

/** A part of a page that could not be read, where the rest of it stands. */
export function Failed({ words, retry }: Props) {
    const { t } = useTranslation();
    return (
        <p className="hint" role="alert">
            {words}{" "}
            <button type="button" className="only" onClick={retry}>
                {t("problem.retry")}
            </button>
        </p>
    );
}
