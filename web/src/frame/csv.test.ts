import { expect, test } from "vitest";

import { csvOf } from "./csv";

test("a table has its names first, and what is missing is empty", () => {
    expect(csvOf(["time", "value"], [["2024-01", 1.5], ["2024-02", null]])).toBe("time,value\r\n2024-01,1.5\r\n2024-02,\r\n");
});

test("commas, quotes and new lines stand in quotes", () => {
    expect(csvOf(["a"], [['say "no", twice\n']])).toBe('a\r\n"say ""no"", twice\n"\r\n');
});
