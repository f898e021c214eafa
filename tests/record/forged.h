// Entries that a device's own key signs though it never wrote them.
#pragma once

#include "devices.h"
#include "record/device.h"
#include "record/query.h"

namespace chibo::test {

inline OwnDevice own_key(const TestDevice& device)
{
    Query query(*device.record, "SELECT secret_key FROM own_device");
    OwnDevice own {.id = device.id()};
    EXPECT_TRUE(query.next());
    const std::string secret = query.text();
    std::copy(secret.begin(), secret.end(), own.secret_key.begin());
    return own;
}

inline StoredEntry signed_by(const OwnDevice& signer, const JournalEntry& entry)
{
    StoredEntry stored {encode(entry), {}};
    const EntrySignature signature = sign(signer, hash_of(stored.body));
    stored.signature.assign(signature.begin(), signature.end());
    return stored;
}

} // namespace chibo::test
