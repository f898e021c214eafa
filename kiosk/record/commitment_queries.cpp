#include "record/critique_queries.h"

#include <algorithm>

#include "record/query.h"
#include "record/rule_files.h"

namespace chibo {
namespace {

const std::string commitment_columns = R"sql(
    SELECT commitment.id, commitment.member, member.name, member.number, commitment.text, commitment.measure,
           commitment.source, commitment.session, commitment.given_on, commitment.due_on
    FROM member JOIN commitment ON commitment.member = member.id )sql";

Commitment commitment_row(Query& query)
{
    Commitment commitment;
    commitment.id = query.id<CommitmentId>();
    commitment.member = query.id<MemberId>();
    commitment.member_name = query.text();
    commitment.member_number = query.integer();
    commitment.text = query.text();
    commitment.measure = query.text();
    commitment.source = query.text();
    commitment.session = query.optional_id<ItemId>();
    commitment.given_on = query.date();
    commitment.due_on = query.optional_date();
    return commitment;
}

void read_checks(const Record& record, Commitment& commitment)
{
    Query query(record, R"sql(
        SELECT commitment_check.id, commitment_check.state, commitment_check.evidence,
               commitment_check.confirmed_by, coalesce(member.name, ''), commitment_check.session,
               commitment_check.at_ms
        FROM commitment_check LEFT JOIN member ON member.id = commitment_check.confirmed_by
        WHERE commitment_check.commitment = :commitment AND commitment_check.undone = 0
        ORDER BY commitment_check.at_ms, commitment_check.id)sql");
    query.bind(":commitment", commitment.id);
    while (query.next()) {
        CommitmentCheck check;
        check.id = query.id<CommitmentCheckId>();
        check.state = query.word<CommitmentState>();
        check.evidence = query.text();
        check.confirmed_by = query.id<MemberId>();
        check.confirmed_by_name = query.text();
        check.session = query.optional_id<ItemId>();
        check.at_ms = query.number();
        commitment.checks.push_back(std::move(check));
    }
}

std::vector<Commitment> with_checks(const Record& record, std::vector<Commitment> commitments)
{
    for (Commitment& commitment : commitments)
        read_checks(record, commitment);
    return commitments;
}

} // namespace

std::optional<Commitment> read_commitment(const Record& record, CommitmentId id)
{
    std::vector<Commitment> found;
    {
        Query query(
            record, commitment_columns + "WHERE commitment.id = :id AND commitment.removed = 0");
        query.bind(":id", id);
        if (query.next())
            found.push_back(commitment_row(query));
    }
    found = with_checks(record, std::move(found));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Commitment> read_commitments_of(const Record& record, MemberId member)
{
    std::vector<Commitment> commitments;
    {
        Query query(record, commitment_columns + R"sql(
            WHERE member.id = :member AND commitment.removed = 0
            ORDER BY commitment.given_on, commitment.id)sql");
        query.bind(":member", member);
        while (query.next())
            commitments.push_back(commitment_row(query));
    }
    return with_checks(record, std::move(commitments));
}

std::vector<Commitment> read_open_commitments(const Record& record)
{
    std::vector<Commitment> commitments;
    {
        // CROSS: members are few, and each has few that are not yet put right.
        Query query(record, R"sql(
            SELECT commitment.id, commitment.member, member.name, member.number, commitment.text, commitment.measure,
                   commitment.source, commitment.session, commitment.given_on, commitment.due_on
            FROM member CROSS JOIN commitment ON commitment.member = member.id
            WHERE commitment.removed = 0 AND member.left_on IS NULL
              AND coalesce((SELECT last.state FROM commitment_check AS last
                            WHERE last.commitment = commitment.id AND last.undone = 0
                            ORDER BY last.at_ms DESC, last.id DESC LIMIT 1), 'open') IN ('open', 'under_way')
            ORDER BY commitment.due_on IS NULL, commitment.due_on, commitment.id)sql");
        while (query.next())
            commitments.push_back(commitment_row(query));
    }
    return with_checks(record, std::move(commitments));
}

int count_due_commitments(const Record& record, Date today)
{
    const Date until = plus_days(today, critique_rules_of(today).due_soon_days);
    const auto open = read_open_commitments(record);
    return static_cast<int>(std::ranges::count_if(
        open, [&](const Commitment& commitment) { return due_by(commitment, until); }));
}

} // namespace chibo
