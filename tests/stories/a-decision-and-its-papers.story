# Everything about one decision: who decided, what became of it, every text that was typed and every file that was handed
# in; and the same of an issue.
== COPY tests/fixtures/small
== CLOCK 2024-01-25
== STORE store.db FROM small
== RUN for seat in moitt pasha; do tameel council appoint $seat --holder $seat-1 --name "A. Person of $seat" > /dev/null; done; tameel council schedule --on 2024-01-25 > /dev/null; echo "A draft of the letter" > draft.txt; tameel council prepare 2024-Q1 --add "A letter to the provinces" --paper added:1=draft.txt > /dev/null; tameel council hold 2024-Q1 --present moitt,pasha > /dev/null
== EXIT 0
== RUN tameel council decide 2024-Q1 --item added:1 --title "P@SHA writes to the provinces" --text "In plain words, before the budget." --consensus --owner pasha --due 2024-03-31 --proof "The letter" | head -1
== OUT
entry 7 recorded at 2024-01-25T09:00:00.000000Z
== EXIT 0
# A paper of the agenda is opened by its hash.
== RUN hash=$(tameel council agenda 2024-Q1 --json | python3 -c 'import json,sys; print([i for i in json.load(sys.stdin)["items"] if i["papers"]][0]["papers"][0])'); tameel export file $hash --output again.txt && cmp draft.txt again.txt
== OUT
22 bytes written to again.txt
== EXIT 0
== CLOCK 2024-03-20
== RUN echo "Dear provinces" > letter.txt; tameel council close 2024-Q1/1 --evidence letter.txt --grade B --note "Sent by post" | head -1
== OUT
entry 8 recorded at 2024-03-20T09:00:00.000000Z
== EXIT 0
== RUN tameel council show 2024-Q1/1
== OUT
2024-Q1/1: P@SHA writes to the provinces
A small strategy, as of 2024-03-20

2024-01-25 by tdap, decision.recorded, entry 7
  adopted: true
  code: 2024-Q1/1
  due: 2024-03-31
  item: added:1
  meeting: 2024-Q1
  outcome: obligation
  owner: pasha
  proof: The letter
  title: P@SHA writes to the provinces
  votes: moitt for, pasha for
  text: In plain words, before the budget.

2024-03-20 by tdap, obligation.closed, entry 8
  grade: B
  obligation: 2024-Q1/1
  note: Sent by post
  file <any> letter.txt
== EXIT 0
== RUN tameel issue raise "Our line is cut" --raised-by firm --text "Twice a day, since May" > /dev/null; tameel issue assign I-1 --owner tdap > /dev/null; tameel issue answer I-1 --text "The cable is mended" > /dev/null; tameel council show I-1
== OUT
I-1: Our line is cut
A small strategy, as of 2024-03-20

2024-03-20 by tdap, issue.raised, entry 9
  form: issue
  issue: I-1
  raised_by: firm
  title: Our line is cut
  text: Twice a day, since May

2024-03-20 by tdap, issue.assigned, entry 10
  issue: I-1
  owner: tdap

2024-03-20 by tdap, issue.answered, entry 11
  issue: I-1
  text: The cable is mended
== EXIT 0
# What was known on the day of the decision.
== RUN tameel council show 2024-Q1/1 --as-of 2024-01-25 | grep -c closed
== OUT
0
== EXIT 1
== RUN tameel council show 2024-Q1/9
== ERR
tameel: E0431 code: no decision or issue has the code "2024-Q1/9"; did you mean 2024-Q1/1?
== EXIT 1
== RUN tameel export file 0000000000000000000000000000000000000000000000000000000000000000 --output none.txt
== ERR
tameel: E0015 <any>: no object has this hash
== EXIT 1
