import ExporterKit

extension ExporterContract {
    private struct TakerError: Error, Equatable {
        let number: Int
    }

    func readingsThatGoOn() async -> [String] {
        var breaches: [String] = []
        for collection in collections {
            let reading = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await records(of: collection, for: [known])
            }
            do {
                _ = try await reading.value
                breaches.append("\(collection.id): a cancelled reading ends as if it were whole")
            } catch is CancellationError {
                continue
            } catch {
                breaches.append("\(collection.id): a cancelled reading ends with another error")
            }
        }
        return breaches
    }

    func errorsThatChange() async -> [String] {
        var breaches: [String] = []
        for collection in collections {
            var calls = 0
            do {
                try await read(collection, for: [known]) { _, _ in
                    calls += 1
                    throw TakerError(number: calls)
                }
            } catch let error as TakerError where error == TakerError(number: 1) && calls == 1 {
                continue
            } catch {
                breaches.append("\(collection.id): the error does not come back, or the reading goes on")
            }
        }
        return breaches
    }

    func failuresThatTell() async -> [String] {
        let gone = SystemDescription(
            id: system.id,
            title: system.title,
            heldBy: system.heldBy,
            driver: system.driver,
            connection: system.connection + "-that-is-gone",
            secret: system.secret,
            timeLimit: system.timeLimit,
            folder: system.folder,
            collections: system.collections
        )
        var breaches =
            await driver.findings(about: gone, context).contains { $0.isError } ? [] : ["check does not notice it"]
        for collection in collections {
            do {
                _ = try await records(of: collection, for: [known], in: gone)
                breaches.append("\(collection.id): a store that is gone looks empty")
            } catch let failure as SourceFailure {
                if tells(failure.description) { breaches.append("\(collection.id): the failure holds an identifier") }
            } catch {
                breaches.append("\(collection.id): the error is no SourceFailure")
            }
        }
        return breaches
    }

    private func tells(_ text: String) -> Bool {
        let text = Array(text.utf8)
        return known.identifiers.contains { identifier in
            let length = identifier.value.count
            return length > 1 && length <= text.count
                && (0...(text.count - length)).contains { text[$0..<$0 + length].elementsEqual(identifier.value) }
        }
    }
}
