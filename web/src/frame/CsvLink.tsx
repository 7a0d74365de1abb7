import { useTranslation } from "react-i18next";

import { csvOf, type CsvValue } from "./csv";

interface Props {
    /** Of the file, without its ending. */
    name: string;
    columns: string[];
    rows: CsvValue[][];
    /** Made up for training, which each row then says. */
    exercise: boolean;
}

/** What a table shows, as a file; its numbers have all their digits. */
export function CsvLink({ name, columns, rows, exercise }: Props) {
    const { t } = useTranslation();
    const csv = exercise ? csvOf([...columns, "exercise"], rows.map((row) => [...row, true])) : csvOf(columns, rows);
    return (
        <p className="csv-link">
            <a className="button" href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`} download={`${exercise ? "exercise-" : ""}${name}.csv`}>
                {t("csv")}
            </a>
        </p>
    );
}
