import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Story } from "../data/types";
import { useFormat } from "../format/useFormat";

/** A changed promise: what was printed always stands beside what holds now. */
export function Promises({ promises }: { promises: Story["promises"] }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (promises.length === 0) return null;
    const show = (field: string, text: string) => {
        if (text === "open") return <span className="open-mark">{t("open")}</span>;
        return field === "due" ? format.period(text) : format.decimal(text);
    };
    return (
        <section aria-labelledby="promise-heading">
            <h2 id="promise-heading">{t("story.promise")}</h2>
            <Table>
                <thead>
                    <tr>
                        <th scope="col">{t("story.promisedField")}</th>
                        <th scope="col">{t("story.promised")}</th>
                        <th scope="col">{t("story.now")}</th>
                    </tr>
                </thead>
                <tbody>
                    {promises.map(({ field, promised, now, lowered }) => (
                        <tr key={field}>
                            <th scope="row">{t(`word.${field}`, field)}</th>
                            <td>{show(field, promised)}</td>
                            <td>
                                {show(field, now)}{" "}
                                {lowered && <span className="lowered">{t("story.lowered")}</span>}
                            </td>
                        </tr>
                    ))}
                </tbody>
            </Table>
        </section>
    );
}
