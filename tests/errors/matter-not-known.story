# An obligation, a proposal, an issue, a form, a constraint and a group are named by codes that the record holds.
== COPY tests/fixtures/small
== CLOCK 2024-01-10
== STORE store.db FROM small
== DECIDED C1
== RUN tameel issue raise "Firms are not asked" --raised-by firm > /dev/null
== EXIT 0
== FILE letter.txt
A letter
== RUN tameel council close C1 --evidence letter.txt --grade B
== ERR
tameel: E0431 obligation: no obligation has the code "C1"
== EXIT 1
== RUN tameel council extend C2 --due 2024-06-30 --decision C1
== ERR
tameel: E0431 obligation: no obligation has the code "C2"
== EXIT 1
== RUN tameel council advance C1 --stage drafted
== ERR
tameel: E0431 proposal: no proposal has the code "C1"
== EXIT 1
== RUN tameel council credit C1 --step 1 --score 2 --reason "It was the first to say so"
== ERR
tameel: E0431 proposal: no proposal has the code "C1"
== EXIT 1
== RUN tameel issue assign I-2 --owner moitt
== ERR
tameel: E0431 issue: no issue has the code "I-2"; the last one is I-1
== EXIT 1
== RUN tameel issue assign I-1 --owner moitt --constraint taxes
== ERR
tameel: E0431 constraint: expected one of recognition, found "taxes"
== EXIT 1
== RUN tameel issue raise "An address is blocked" --raised-by firm --form blocking
== ERR
tameel: E0431 form: expected one of issue, whitelisting, one_window, found "blocking"
== EXIT 1
== RUN tameel council group tax --dissolve --decision C1
== ERR
tameel: E0431 group: no group has the code "tax"
== EXIT 1
== RUN tameel council schedule --body tax --on 2024-02-20
== ERR
tameel: E0431 body: no working group has the code "tax"
== EXIT 1
# Nothing was written.
== RUN tameel verify | head -1
== OUT
4 entries, 4 checkpoints and 7 attachments hold
== EXIT 0
