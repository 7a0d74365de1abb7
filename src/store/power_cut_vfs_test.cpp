#include "store/power_cut_vfs_test.h"

#include "base/file.h"

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <fstream>

namespace store {

constexpr std::size_t sector = 512;

// One file: what everybody sees, what is durable, and what was written in between.
struct Image {
    struct Change {
        bool is_truncation = false;
        std::size_t at = 0;
        std::string bytes;
    };
    std::string current, durable;
    std::vector<Change> unsynced;

    static void apply(std::string& bytes, const Change& change, std::size_t from, std::size_t to) {
        if (bytes.size() < change.at + to)
            bytes.resize(change.at + to, '\0');
        std::copy(change.bytes.begin() + static_cast<std::ptrdiff_t>(from),
                  change.bytes.begin() + static_cast<std::ptrdiff_t>(to),
                  bytes.begin() + static_cast<std::ptrdiff_t>(change.at + from));
    }

    // Each sector of each write arrives or does not.
    void lose(std::mt19937_64& random) {
        for (const Change& change : unsynced) {
            if (change.is_truncation) {
                if (random() % 2 == 0)
                    durable.resize(change.at, '\0');
                continue;
            }
            for (std::size_t from = 0; from < change.bytes.size();) {
                const std::size_t to =
                    std::min(change.bytes.size(), from + sector - (change.at + from) % sector);
                if (random() % 2 == 0)
                    apply(durable, change, from, to);
                from = to;
            }
        }
        unsynced.clear();
        current = durable;
    }
};

struct PowerCutVfs::Disk {
    std::mutex mutex;
    std::map<std::string, std::shared_ptr<Image>> images;
    sqlite3_vfs* real = nullptr;
    std::uint64_t operations_left = 0;
    bool is_cut = false;
    std::mt19937_64 random;

    // Counts down; false once the power is gone.
    bool spend() {
        if (!is_cut && operations_left-- == 0)
            is_cut = true;
        return !is_cut;
    }

    std::shared_ptr<Image> image_of(const std::string& path) {
        auto& image = images[path];
        if (image == nullptr) {
            image = std::make_shared<Image>();
            image->durable = base::read_file(path).value_or("");
            image->current = image->durable;
        }
        return image;
    }
};

namespace {

using Disk = PowerCutVfs::Disk;

// SQLite allocates szOsFile bytes and knows only the first member.
struct File {
    sqlite3_file base;
    Disk* disk;
    std::shared_ptr<Image>* image;  // nothing: a file of which nothing must last
    sqlite3_file* real;             // for locks and shared memory
};

File* file_of(sqlite3_file* file) {
    return reinterpret_cast<File*>(file);
}

const sqlite3_io_methods* methods_of(sqlite3_file* file) {
    return file_of(file)->real->pMethods;
}

int close_file(sqlite3_file* handle) {
    File* file = file_of(handle);
    const int result = methods_of(handle)->xClose(file->real);
    delete file->image;
    sqlite3_free(file->real);
    return result;
}

int read_bytes(sqlite3_file* handle, void* out, int amount, sqlite3_int64 offset) {
    File* file = file_of(handle);
    const std::scoped_lock lock{file->disk->mutex};
    if (file->disk->is_cut)
        return SQLITE_IOERR_READ;
    const std::string& bytes = (*file->image)->current;
    const auto at = std::min(bytes.size(), static_cast<std::size_t>(offset));
    const auto count = std::min(bytes.size() - at, static_cast<std::size_t>(amount));
    std::memset(out, 0, static_cast<std::size_t>(amount));
    std::memcpy(out, bytes.data() + at, count);
    return count == static_cast<std::size_t>(amount) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write_bytes(sqlite3_file* handle, const void* in, int amount, sqlite3_int64 offset) {
    File* file = file_of(handle);
    const std::scoped_lock lock{file->disk->mutex};
    Image& image = **file->image;
    Image::Change change{false,
                         static_cast<std::size_t>(offset),
                         {static_cast<const char*>(in), static_cast<std::size_t>(amount)}};
    // The write that the cut interrupts may arrive in part like any other.
    const bool has_power = file->disk->spend();
    if (has_power)
        Image::apply(image.current, change, 0, change.bytes.size());
    image.unsynced.push_back(std::move(change));
    return has_power ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

int truncate_file(sqlite3_file* handle, sqlite3_int64 size) {
    File* file = file_of(handle);
    const std::scoped_lock lock{file->disk->mutex};
    if (!file->disk->spend())
        return SQLITE_IOERR_TRUNCATE;
    Image& image = **file->image;
    image.current.resize(static_cast<std::size_t>(size), '\0');
    image.unsynced.push_back({true, static_cast<std::size_t>(size), {}});
    return SQLITE_OK;
}

int sync_file(sqlite3_file* handle, int) {
    File* file = file_of(handle);
    const std::scoped_lock lock{file->disk->mutex};
    if (!file->disk->spend())
        return SQLITE_IOERR_FSYNC;
    Image& image = **file->image;
    image.durable = image.current;
    image.unsynced.clear();
    return SQLITE_OK;
}

int file_size(sqlite3_file* handle, sqlite3_int64* size) {
    File* file = file_of(handle);
    const std::scoped_lock lock{file->disk->mutex};
    *size = static_cast<sqlite3_int64>((*file->image)->current.size());
    return SQLITE_OK;
}

int lock_file(sqlite3_file* handle, int level) {
    return methods_of(handle)->xLock(file_of(handle)->real, level);
}
int unlock_file(sqlite3_file* handle, int level) {
    return methods_of(handle)->xUnlock(file_of(handle)->real, level);
}
int check_reserved(sqlite3_file* handle, int* result) {
    return methods_of(handle)->xCheckReservedLock(file_of(handle)->real, result);
}
int file_control(sqlite3_file*, int, void*) {
    return SQLITE_NOTFOUND;
}
int sector_size(sqlite3_file*) {
    return static_cast<int>(sector);
}
// No promise at all: neither atomic writes nor that neighbours of a write are safe.
int characteristics(sqlite3_file*) {
    return 0;
}
int shm_map(sqlite3_file* handle, int page, int size, int extend, void volatile** out) {
    return methods_of(handle)->xShmMap(file_of(handle)->real, page, size, extend, out);
}
int shm_lock(sqlite3_file* handle, int offset, int count, int flags) {
    return methods_of(handle)->xShmLock(file_of(handle)->real, offset, count, flags);
}
void shm_barrier(sqlite3_file* handle) {
    methods_of(handle)->xShmBarrier(file_of(handle)->real);
}
int shm_unmap(sqlite3_file* handle, int remove) {
    return methods_of(handle)->xShmUnmap(file_of(handle)->real, remove);
}

// Version 2: without memory mapping of the file, which would pass the disk by.
const sqlite3_io_methods io_methods = [] {
    sqlite3_io_methods methods{};
    methods.iVersion = 2;
    methods.xClose = close_file;
    methods.xRead = read_bytes;
    methods.xWrite = write_bytes;
    methods.xTruncate = truncate_file;
    methods.xSync = sync_file;
    methods.xFileSize = file_size;
    methods.xLock = lock_file;
    methods.xUnlock = unlock_file;
    methods.xCheckReservedLock = check_reserved;
    methods.xFileControl = file_control;
    methods.xSectorSize = sector_size;
    methods.xDeviceCharacteristics = characteristics;
    methods.xShmMap = shm_map;
    methods.xShmLock = shm_lock;
    methods.xShmBarrier = shm_barrier;
    methods.xShmUnmap = shm_unmap;
    return methods;
}();

Disk* disk_of(sqlite3_vfs* vfs) {
    return static_cast<Disk*>(vfs->pAppData);
}

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* handle, int flags, int* out) {
    Disk* disk = disk_of(vfs);
    File* file = file_of(handle);
    file->base.pMethods = nullptr;
    auto* real = static_cast<sqlite3_file*>(sqlite3_malloc(disk->real->szOsFile));
    std::memset(real, 0, static_cast<std::size_t>(disk->real->szOsFile));
    const int result = disk->real->xOpen(disk->real, name, real, flags, out);
    if (result != SQLITE_OK) {
        sqlite3_free(real);
        return result;
    }
    const std::scoped_lock lock{disk->mutex};
    file->disk = disk;
    file->image = new std::shared_ptr<Image>{name != nullptr ? disk->image_of(name)
                                                             : std::make_shared<Image>()};
    file->real = real;
    file->base.pMethods = &io_methods;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int sync) {
    Disk* disk = disk_of(vfs);
    const std::scoped_lock lock{disk->mutex};
    if (!disk->spend())
        return SQLITE_IOERR_DELETE;
    disk->images.erase(name);
    return disk->real->xDelete(disk->real, name, sync);
}

int access_file(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
    Disk* disk = disk_of(vfs);
    const std::scoped_lock lock{disk->mutex};
    const auto at = disk->images.find(name);
    if (flags == SQLITE_ACCESS_EXISTS && at != disk->images.end()) {
        *result = !at->second->current.empty();
        return SQLITE_OK;
    }
    return disk->real->xAccess(disk->real, name, flags, result);
}

}  // namespace

PowerCutVfs::PowerCutVfs(std::string name)
    : name_(std::move(name)),
      disk_(std::make_unique<Disk>()),
      vfs_(std::make_unique<sqlite3_vfs>()) {
    disk_->real = sqlite3_vfs_find(nullptr);
    *vfs_ = *disk_->real;
    vfs_->iVersion = 2;
    vfs_->szOsFile = sizeof(File);
    vfs_->pNext = nullptr;
    vfs_->zName = name_.c_str();
    vfs_->pAppData = disk_.get();
    vfs_->xOpen = open_file;
    vfs_->xDelete = delete_file;
    vfs_->xAccess = access_file;
    sqlite3_vfs_register(vfs_.get(), 0);
}

PowerCutVfs::~PowerCutVfs() {
    sqlite3_vfs_unregister(vfs_.get());
}

void PowerCutVfs::cut_after(std::uint64_t operations, std::uint64_t seed) {
    const std::scoped_lock lock{disk_->mutex};
    disk_->operations_left = operations;
    disk_->random.seed(seed);
}

void PowerCutVfs::cut_now() {
    const std::scoped_lock lock{disk_->mutex};
    disk_->is_cut = true;
}

bool PowerCutVfs::was_cut() const {
    const std::scoped_lock lock{disk_->mutex};
    return disk_->is_cut;
}

void PowerCutVfs::lose_power() {
    const std::scoped_lock lock{disk_->mutex};
    for (auto& [path, image] : disk_->images) {
        image->lose(disk_->random);
        std::ofstream{path, std::ios::binary} << image->durable;
        ::unlink((path + "-shm").c_str());
    }
    disk_->images.clear();
    disk_->is_cut = false;
}

}  // namespace store
