// A stranger who writes C++: owns the handles by unique_ptr, builds a record in memory.
#include <desig/desig.h>

#include <cstdio>
#include <memory>
#include <string>

int main() {
    desig_list *made = nullptr;
    if (desig_list_new(nullptr, &made) != DESIG_OK) return 1;
    std::unique_ptr<desig_list, decltype(&desig_list_free)> list(made, desig_list_free);

    desig_name name = {};
    name.text = "Ansarallah";
    desig_record record = {};
    record.size = sizeof record;
    record.id = "g1";
    record.kind = DESIG_KIND_GROUP;
    record.names = &name;
    record.name_count = 1;
    if (desig_list_add(list.get(), &record, nullptr) != DESIG_OK) return 1;

    std::string written;
    desig_sink sink = {};
    sink.context = &written;
    sink.write = [](void *context, const void *bytes, size_t length) {
        static_cast<std::string *>(context)->append(static_cast<const char *>(bytes), length);
        return 0;
    };
    desig_error error = {};
    if (desig_list_write(list.get(), &sink, nullptr, nullptr, &error) != DESIG_OK) {
        std::fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    std::printf("%s\n%s", desig_version(), written.c_str());
    return written.find("Ansarallah") == std::string::npos;
}
