// The critiques of the demo's meetings: what is said, promised, and asked about at the next.
#include "exchange/demo_writer.h"
#include "record/critique_commands.h"
#include "record/critique_queries.h"
#include "record/rule_files.h"

namespace chibo {

/// Behind the item's entries, some seconds apart: the minutes keep the one line that says so.
void DemoWriter::hold_critique(const ScriptMeeting& meeting, ItemId item, UnixMs ended)
{
    UnixMs at = ended - 45'000;
    step(at, clerk(), start_critique(m_meeting, item));
    ask_what_was_kept(item, at += 1000);
    for (const ScriptCritique& critique : meeting.critiques)
        say(critique, item, at);
    const CritiqueRules& rules = critique_rules_of(date_of(meeting.start_ms));
    std::string line = rules.minutes_line.vi;
    const std::string mark = "{count}";
    if (const auto place = line.find(mark); place != std::string::npos)
        line.replace(place, mark.size(), std::to_string(meeting.critiques.size()));
    step(ended, clerk(), end_critique(item, line));
}

void DemoWriter::ask_what_was_kept(ItemId session, UnixMs at)
{
    for (const Promised& promised : m_promised) {
        for (const Commitment& one : read_commitments_of(m_record, member(promised.member))) {
            if (still_open(state_of(one)))
                step(at, clerk(),
                    check_commitment({.commitment = one.id,
                                         .state = promised.kept,
                                         .evidence = promised.evidence,
                                         .session = session},
                        CommitmentCheckId {Uuid::v7(at, chance())}));
        }
    }
    m_promised.clear();
}

void DemoWriter::say(const ScriptCritique& critique, ItemId session, UnixMs& at)
{
    const DemoCritique& said = critique.said;
    const MemberId about = member(said.about);
    const CritiqueRules& rules = critique_rules_of(date_of(at));
    step(at += 1000, clerk(), call_member(session, about, rules.turn_s, LastTurn::Done));
    const auto remark = [&](int from, const std::string& kind, const std::string& text) {
        const RemarkId id {Uuid::v7(at, chance())};
        step(at += 2000, clerk(),
            record_remark({.session = session,
                              .about = about,
                              .from = person(member(from)),
                              .kind = kind,
                              .text = text},
                id));
        return id;
    };
    remark(said.about, rules.self.id, said.self);
    for (const DemoCritique::Remark& one : said.remarks) {
        const RemarkId id = remark(one.from, one.kind, one.text);
        step(at += 1000, clerk(), answer_remark(id, one.answer, {}));
    }
    step(at += 1000, clerk(),
        conclude_turn({.session = session,
            .about = about,
            .text = said.conclusion,
            .due_on = critique.due_on}));
    if (said.kept)
        m_promised.push_back({*said.kept, said.evidence, said.about});
}

} // namespace chibo
