// Real PDF files looked at with poppler's programs, as a person's reader would.
#pragma once

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

namespace chibo {

/// A PDF in a file of its own, gone with the test.
class PdfFile {
public:
    explicit PdfFile(const std::string& bytes)
    {
        std::string name = (std::filesystem::temp_directory_path() / "chibo-XXXXXX").string();
        const int file = mkstemp(name.data());
        if (file >= 0)
            close(file);
        m_path = name;
        std::ofstream(m_path, std::ios::binary) << bytes;
    }
    ~PdfFile() { std::filesystem::remove(m_path); }
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;

    [[nodiscard]] std::string text() const
    {
        return output("pdftotext -layout " + m_path.string() + " -");
    }
    /// In reading order, lines joined: what was written in one paragraph is found in one piece.
    [[nodiscard]] std::string flowing_text() const
    {
        std::string text = output("pdftotext " + m_path.string() + " -");
        std::string flowing;
        for (const char c : text) {
            const char shown = c == '\n' || c == '\f' ? ' ' : c;
            if (shown != ' ' || flowing.empty() || flowing.back() != ' ')
                flowing += shown;
        }
        return flowing;
    }
    [[nodiscard]] std::string info() const { return output("pdfinfo " + m_path.string()); }
    [[nodiscard]] std::string fonts() const { return output("pdffonts " + m_path.string()); }

private:
    static std::string output(const std::string& command)
    {
        std::string all;
        FILE* pipe = popen(command.c_str(), "r");
        std::array<char, 4096> buffer {};
        while (pipe && !feof(pipe))
            all.append(buffer.data(), fread(buffer.data(), 1, buffer.size(), pipe));
        if (pipe)
            pclose(pipe);
        return all;
    }

    std::filesystem::path m_path;
};

} // namespace chibo
