// A monthly critique: turns, remarks, answers, conclusions, what is followed up, and who may.
#include "record/critique_commands.h"

#include <gtest/gtest.h>

#include "record/critique_queries.h"
#include "record/history.h"
#include "restricted_readings.h"
#include "story_record.h"

namespace chibo::test {
namespace {

class CritiqueTest : public StoryRecord {
protected:
    CritiqueTest()
    {
        open();
        for (int i = 0; i < 5; ++i)
            must(start_next_item(meeting));
        at(9, 20);
        session = item(6).id;
    }

    [[nodiscard]] Actor led() const { return {named("Lê Thị Minh Hằng"), "secretary"}; }
    [[nodiscard]] Actor writes() const { return {named("Trần Thị Thu Thủy"), "clerk"}; }
    [[nodiscard]] Actor deputy() const
    {
        return {named("Nguyễn Thị Hồng Phượng"), "deputy_secretary"};
    }
    [[nodiscard]] Actor own(std::string_view name) const { return {named(name), "member"}; }
    void begin() { must(start_critique(meeting, session), writes()); }
    [[nodiscard]] Command calls(std::string_view name, LastTurn last = LastTurn::Done) const
    {
        return call_member(session, named(name), 300, last);
    }
    [[nodiscard]] RemarkDraft says(
        std::string text = "Cần báo cáo sớm hơn.", std::string_view about = "Vũ Thị Kim Oanh") const
    {
        return {.session = session,
            .about = named(about),
            .from = person_named("Phạm Văn Dũng"),
            .kind = "shortcoming",
            .text = std::move(text)};
    }
    [[nodiscard]] Critique now() const { return read_critique(*record, meeting); }
    [[nodiscard]] CritiquePerson person_of(std::string_view name) const
    {
        for (const auto& one : now().people) {
            if (one.name == name)
                return one;
        }
        throw std::runtime_error("not in the critique");
    }
    [[nodiscard]] CritiqueTurn turn_of(std::string_view name) const
    {
        return read_critique_turn(*record, now(), named(name));
    }
    [[nodiscard]] ConclusionDraft concludes(std::optional<Date> due_on) const
    {
        return {.session = session,
            .about = named("Vũ Thị Kim Oanh"),
            .text = "Báo trước hạn 3 ngày.",
            .due_on = due_on};
    }

    ItemId session;
};

TEST_F(CritiqueTest, BegunInTwoItemsIsOne)
{
    begin();
    must(calls("Phạm Văn Dũng"), writes());
    must(record_remark(says()), writes());
    must(conclude_turn(concludes(std::nullopt)), writes());
    // As another device does that had not heard of the first.
    const ItemId other = read_agenda(*record, meeting).items.back().id;
    ASSERT_NE(other, session);
    clock.wait_ms(60'000);
    must(start_critique(meeting, other), writes());
    EXPECT_EQ(now().sessions.size(), 2U);
    EXPECT_EQ(turn_of("Vũ Thị Kim Oanh").remarks.size(), 1U);
    ASSERT_TRUE(turn_of("Vũ Thị Kim Oanh").conclusion);
    EXPECT_EQ(person_of("Phạm Văn Dũng").state, TurnState::Now);
    auto draft = says("Nên báo sớm hơn nữa.");
    draft.session = other;
    must(record_remark(draft), writes());
    EXPECT_EQ(turn_of("Vũ Thị Kim Oanh").remarks.size(), 2U);
    const auto history = read_critique_history(*record, named("Vũ Thị Kim Oanh"));
    ASSERT_EQ(history.critiques.size(), 1U);
    EXPECT_EQ(history.critiques[0].remarks.size(), 2U);
    must(end_critique(other, ""), writes());
    EXPECT_TRUE(now().ended_at_ms);
    EXPECT_EQ(refusal(record_remark(says()), writes()), "critique.ended");
}

TEST_F(CritiqueTest, CallsOneAfterTheOtherAndKnowsWhoIsLeft)
{
    begin();
    EXPECT_EQ(person_of("Hoàng Thị Ngọc Ánh").state, TurnState::Absent);
    EXPECT_EQ(next_person(now())->name, "Phạm Văn Dũng");
    must(calls("Phạm Văn Dũng"), writes());
    clock.wait_ms(120'000);
    must(calls("Vũ Thị Kim Oanh"), writes());
    clock.wait_ms(60'000);
    EXPECT_EQ(person_of("Phạm Văn Dũng").state, TurnState::Done);
    EXPECT_EQ(person_of("Phạm Văn Dũng").used_ms, 120'000);
    const auto oanh = person_of("Vũ Thị Kim Oanh");
    EXPECT_EQ(oanh.state, TurnState::Now);
    EXPECT_EQ(oanh.order, 2);
    EXPECT_EQ(turn_used_ms(oanh, clock.now_ms()), 60'000);
    EXPECT_EQ(turns_in_all(now()), 6);
    EXPECT_EQ(next_person(now())->name, "Nguyễn Thị Hồng Phượng");
}

TEST_F(CritiqueTest, LosesNothingOfATurnLeftInTheMiddle)
{
    begin();
    must(calls("Vũ Thị Kim Oanh"), writes());
    must(record_remark(says()), writes());
    clock.wait_ms(100'000);
    must(leave_turn(session), writes());
    clock.wait_ms(600'000);
    EXPECT_EQ(person_of("Vũ Thị Kim Oanh").state, TurnState::Left);
    record.reset();
    record = open_again();
    must(calls("Vũ Thị Kim Oanh"), writes());
    clock.wait_ms(20'000);
    EXPECT_EQ(turn_used_ms(person_of("Vũ Thị Kim Oanh"), clock.now_ms()), 120'000);
    EXPECT_EQ(person_of("Vũ Thị Kim Oanh").order, 1);
    EXPECT_EQ(turn_of("Vũ Thị Kim Oanh").remarks.size(), 1U);
}

TEST_F(CritiqueTest, KeepsAnotherTurnOpenWhenItIsOnlyLeft)
{
    begin();
    must(calls("Phạm Văn Dũng"), writes());
    must(calls("Vũ Thị Kim Oanh", LastTurn::Left), writes());
    EXPECT_EQ(person_of("Phạm Văn Dũng").state, TurnState::Left);
    must(calls("Phạm Văn Dũng"), writes());
    EXPECT_EQ(person_of("Phạm Văn Dũng").state, TurnState::Now);
    EXPECT_EQ(person_of("Vũ Thị Kim Oanh").state, TurnState::Done);
}

TEST_F(CritiqueTest, TakesRemarksAndTheLastAnswer)
{
    begin();
    must(calls("Vũ Thị Kim Oanh"), writes());
    must(record_remark(says()), writes());
    const auto remark = turn_of("Vũ Thị Kim Oanh").remarks.at(0);
    EXPECT_EQ(remark.from_name, "Phạm Văn Dũng");
    EXPECT_FALSE(remark.to_absent);
    must(answer_remark(remark.id, "explains", ""), writes());
    clock.wait_ms(1000);
    must(answer_remark(remark.id, "accepts", "Tôi xin nhận."), writes());
    EXPECT_EQ(turn_of("Vũ Thị Kim Oanh").remarks.at(0).answer->kind, "accepts");
    EXPECT_EQ(refusal(record_remark(says(" \n")), writes()), "critique.no_text");
}

TEST_F(CritiqueTest, MarksWhatIsSaidOfWhoIsNotThereUntilTheNextMeeting)
{
    begin();
    must(record_remark(says("Cần gửi phiếu sớm.", "Hoàng Thị Ngọc Ánh")), writes());
    EXPECT_TRUE(turn_of("Hoàng Thị Ngọc Ánh").remarks.at(0).to_absent);
    must(end_critique(session, ""), writes());
    must(close_meeting(meeting));
    plan("regular", {2026, 9, 4});
    for (const Meeting& one : read_meetings(*record)) {
        if (one.state == MeetingState::Planned)
            meeting = one.id;
    }
    clock.set(unix_ms({{2026, 9, 4}, 7, 30, 0}));
    must(open_check_in(meeting), clerk);
    arrive("Hoàng Thị Ngọc Ánh");
    must(start_meeting(meeting));
    session = read_agenda(*record, meeting).items.at(3).id;
    begin();
    const auto waits = turn_of("Hoàng Thị Ngọc Ánh").remarks;
    ASSERT_EQ(waits.size(), 1U);
    EXPECT_EQ(waits[0].carried_from, (Date {2026, 8, 5}));
    must(answer_remark(waits[0].id, "accepts", ""), writes());
    EXPECT_TRUE(turn_of("Hoàng Thị Ngọc Ánh").remarks.empty());
    const auto history = read_critique_history(*record, named("Hoàng Thị Ngọc Ánh"));
    ASSERT_EQ(history.critiques.size(), 1U);
    EXPECT_EQ(history.critiques[0].remarks.at(0).answer->kind, "accepts");
}

TEST_F(CritiqueTest, FollowsAConclusionUpUntilItIsPutRight)
{
    begin();
    must(calls("Vũ Thị Kim Oanh"), writes());
    must(conclude_turn(concludes(Date {2026, 8, 7})), writes());
    auto open_ones = read_open_commitments(*record);
    ASSERT_EQ(open_ones.size(), 1U);
    EXPECT_EQ(open_ones[0].member_name, "Vũ Thị Kim Oanh");
    EXPECT_EQ(open_ones[0].source, "monthly");
    EXPECT_EQ(count_due_commitments(*record, {2026, 8, 1}), 1);
    EXPECT_EQ(count_due_commitments(*record, {2026, 7, 30}), 0);
    EXPECT_TRUE(turn_of("Vũ Thị Kim Oanh").commitments.empty()) << "its own is asked next time";
    must(check_commitment({.commitment = open_ones[0].id,
             .state = CommitmentState::UnderWay,
             .evidence = "Đã gửi nháp"}),
        own("Vũ Thị Kim Oanh"));
    EXPECT_EQ(refusal(check_commitment(
                          {.commitment = open_ones[0].id, .state = CommitmentState::PutRight}),
                  own("Vũ Thị Kim Oanh")),
        "critique.chair_confirms");
    clock.wait_ms(1000);
    must(check_commitment({.commitment = open_ones[0].id, .state = CommitmentState::PutRight}),
        led());
    EXPECT_TRUE(read_open_commitments(*record).empty());
    const auto all = read_commitments_of(*record, named("Vũ Thị Kim Oanh"));
    ASSERT_EQ(all.at(0).checks.size(), 2U);
    EXPECT_EQ(all[0].checks[1].confirmed_by_name, "Lê Thị Minh Hằng");
}

TEST_F(CritiqueTest, ChangesTheCommitmentWithItsConclusion)
{
    begin();
    must(conclude_turn(concludes(Date {2026, 8, 7})), writes());
    must(conclude_turn(concludes(Date {2026, 8, 9})), writes());
    ASSERT_EQ(read_open_commitments(*record).size(), 1U);
    EXPECT_EQ(read_open_commitments(*record)[0].due_on, (Date {2026, 8, 9}));
    must(conclude_turn(concludes(std::nullopt)), writes());
    EXPECT_TRUE(read_open_commitments(*record).empty());
}

TEST_F(CritiqueTest, PutsNothingIntoTheMinutesButItsLineAndWhatTheChairReleases)
{
    begin();
    must(calls("Vũ Thị Kim Oanh"), writes());
    must(record_remark(says()), writes());
    must(conclude_turn(concludes(Date {2026, 8, 7})), writes());
    const auto conclusion = turn_of("Vũ Thị Kim Oanh").conclusion->id;
    EXPECT_TRUE(read_entries(*record, meeting).empty());
    EXPECT_EQ(refusal(release_conclusion(conclusion, "Rút kinh nghiệm."), writes()),
        "critique.chair_releases");
    must(release_conclusion(conclusion, "Rút kinh nghiệm về báo cáo."), led());
    must(release_conclusion(conclusion, "Rút kinh nghiệm chung."), led());
    clock.wait_ms(1000);
    must(end_critique(session, "Chi bộ tiến hành tự phê bình và phê bình."), writes());
    const auto entries = read_entries(*record, meeting);
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].text, "Rút kinh nghiệm chung.");
    EXPECT_EQ(entries[1].text, "Chi bộ tiến hành tự phê bình và phê bình.");
    EXPECT_EQ(refusal(record_remark(says()), writes()), "critique.ended");
    EXPECT_TRUE(read_minutes_content(*record, meeting).entries.size() == 2);
}

TEST_F(CritiqueTest, IsWrittenByChairAndClerkOnly)
{
    EXPECT_EQ(refusal(start_critique(meeting, session), deputy()), "critique.not_yours");
    EXPECT_EQ(refusal(start_critique(meeting, session), room), "critique.not_yours");
    begin();
    for (const Actor& actor : {deputy(), own("Vũ Thị Kim Oanh"), own("Trần Thị Thu Thủy"), room}) {
        EXPECT_EQ(refusal(record_remark(says()), actor), "critique.not_yours") << actor.role;
        EXPECT_EQ(refusal(calls("Vũ Thị Kim Oanh"), actor), "critique.not_yours") << actor.role;
        EXPECT_EQ(refusal(conclude_turn(concludes({})), actor), "critique.not_yours");
    }
    must(record_remark(says()), led());
    const auto remark = turn_of("Vũ Thị Kim Oanh").remarks.at(0).id;
    EXPECT_EQ(
        refusal(answer_remark(remark, "accepts", ""), own("Phạm Văn Dũng")), "critique.not_yours");
    must(answer_remark(remark, "accepts", ""), own("Vũ Thị Kim Oanh"));
}

TEST_F(CritiqueTest, GoesOnWhenAMemberLeavesTheCellInTheMiddle)
{
    begin();
    must(calls("Vũ Thị Kim Oanh"), writes());
    must(record_remark(says()), writes());
    must(member_left(named("Vũ Thị Kim Oanh"), {2026, 8, 5}, "Chuyển sinh hoạt"), clerk);
    const auto gone = [&] {
        for (const auto& one : now().people) {
            if (one.name == "Vũ Thị Kim Oanh")
                return one;
        }
        return CritiquePerson {};
    }();
    EXPECT_TRUE(gone.left_cell);
    EXPECT_EQ(gone.state, TurnState::Now);
    const auto oanh = gone.member;
    EXPECT_EQ(read_critique_turn(*record, now(), oanh).remarks.size(), 1U);
    EXPECT_EQ(
        refusal(call_member(session, oanh, 300, LastTurn::Done), writes()), "critique.left_cell");
    must(calls("Nguyễn Thị Hồng Phượng"), writes());
    EXPECT_EQ(person_of("Nguyễn Thị Hồng Phượng").state, TurnState::Now);
    EXPECT_EQ(read_critique_history(*record, oanh).critiques.size(), 1U);
    must(end_critique(session, ""), writes());
}

TEST_F(CritiqueTest, StandsStillWhereTheMeetingWasClosedInTheMiddle)
{
    begin();
    must(calls("Vũ Thị Kim Oanh"), writes());
    clock.wait_ms(60'000);
    must(close_meeting(meeting));
    clock.wait_ms(3'600'000);
    EXPECT_EQ(person_of("Vũ Thị Kim Oanh").state, TurnState::Left);
    EXPECT_EQ(turn_used_ms(person_of("Vũ Thị Kim Oanh"), clock.now_ms()), 60'000);
    EXPECT_EQ(refusal(record_remark(says()), writes()), "meeting.not_running");
}

TEST_F(CritiqueTest, AsksForEachSectionBeforeItIsHandedIn)
{
    HandInDraft draft {.member = named("Phạm Văn Dũng"),
        .meeting = meeting,
        .form = "self_critique",
        .rating = "good",
        .sections = {{"strengths", "a"}, {"shortcomings", "b"}, {"causes", " "}}};
    EXPECT_EQ(refusal(hand_in(draft), own("Phạm Văn Dũng")), "critique.not_whole");
    draft.sections[2].text = "c";
    draft.sections.push_back({"remedies", "d"});
    EXPECT_EQ(refusal(hand_in(draft), own("Vũ Thị Kim Oanh")), "critique.not_yours");
    draft.rating.clear();
    EXPECT_EQ(refusal(hand_in(draft), own("Phạm Văn Dũng")), "critique.not_whole");
    draft.rating = "good";
    must(hand_in(draft), own("Phạm Văn Dũng"));
    EXPECT_EQ(refusal(hand_in(draft), own("Phạm Văn Dũng")), "critique.handed_in");
    EXPECT_TRUE(person_of("Phạm Văn Dũng").handed_in);
    EXPECT_EQ(read_handed_in(*record, draft.member, meeting).at(0).sections.size(), 4U);
}

TEST_F(CritiqueTest, TheHistoryOfATurnIsRestricted)
{
    begin();
    must(calls("Phạm Văn Dũng"), writes());
    EXPECT_TRUE(is_restricted_row(*record, person_of("Phạm Văn Dũng").turn->uuid));
    EXPECT_FALSE(is_restricted_row(*record, session.uuid)) << "that it is held, all may know";
}

TEST_F(CritiqueTest, NotesWhoReadWhat)
{
    must(note_reading({.what = "critique",
             .how = "screen",
             .session = session,
             .about = named("Vũ Thị Kim Oanh")}),
        led());
    const auto readings = read_restricted_readings(*record, 10);
    ASSERT_EQ(readings.size(), 1U);
    EXPECT_EQ(readings[0].who, "Lê Thị Minh Hằng");
    EXPECT_EQ(readings[0].role, "secretary");
    EXPECT_EQ(readings[0].at_ms, clock.now_ms());
}

TEST_F(CritiqueTest, KnowsWhichRowsAreRestricted)
{
    begin();
    const auto id = RemarkId {Uuid::v7(1, {1})};
    must(record_remark(says(), id), writes());
    EXPECT_TRUE(is_restricted_row(*record, id.uuid));
    EXPECT_FALSE(is_restricted_row(*record, session.uuid)) << "that it took place is no secret";
}

TEST(CritiqueRules, AreReadFromTheData)
{
    const CritiqueRules& rules = critique_rules_of(Date {2026, 8, 5});
    ASSERT_EQ(rules.remarks.size(), 4U);
    EXPECT_EQ(rules.remarks[0].label.vi, "Ưu điểm");
    EXPECT_EQ(rules.answers.size(), 4U);
    const CritiqueForm* form = form_before(rules, MeetingKind::Review);
    ASSERT_NE(form, nullptr);
    EXPECT_EQ(form->sections.size(), 4U);
    EXPECT_EQ(form->ratings.size(), 4U);
    EXPECT_EQ(form_before(rules, MeetingKind::Combined)->id, "prompt");
    EXPECT_EQ(form_before(rules, MeetingKind::FlagSalute), nullptr);
}

} // namespace
} // namespace chibo::test
