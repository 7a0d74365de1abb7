export type CsvValue = string | number | boolean | null;

const field = (value: CsvValue) => {
    const text = value === null ? "" : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table as RFC 4180 has it; what is missing is empty. */
export function csvOf(columns: string[], rows: CsvValue[][]): string {
    return [columns, ...rows].map((row) => row.map(field).join(",")).join("\r\n") + "\r\n";
}
