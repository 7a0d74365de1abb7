import { useTranslation } from "react-i18next";

interface Props {
    /** The identifier of each part, with its heading. */
    parts: readonly (readonly [string, string])[];
}

export function Contents({ parts }: Props) {
    const { t } = useTranslation();
    return (
        <nav className="contents" aria-label={t("plan.contents")}>
            <ul>
                {parts.map(([id, name]) => (
                    <li key={id}>
                        <a href={`#${id}`}>{name}</a>
                    </li>
                ))}
            </ul>
        </nav>
    );
}
