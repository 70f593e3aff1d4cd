using System.CommandLine;
using System.Net;
using Bridge.Devices.Osdp;
using Bridge.Host.Operator;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge osdp enrol: has the running service give a reader a new key, and follows until it is done.</summary>
internal static class OsdpEnrolVerb
{
    private const int UsualMinutes = 5;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(300);

    public static Command Create()
    {
        var site = SiteOption.Create();
        var reader = new Option<string>("--reader") { Description = "The reader's name under devices in the site file.", Required = true, HelpName = "device" };
        var minutes = new Option<int>("--minutes")
        {
            Description = $"How long it may take, 1 to {OsdpEnrolment.Longest.TotalMinutes:0}; {UsualMinutes} unless said.",
            DefaultValueFactory = _ => UsualMinutes,
        };
        var fromDefault = new Option<bool>("--from-default-key")
        {
            Description = "The reader is new and still has the default key. Whoever listens on the line then learns the new key: best done at a bench.",
        };
        var cancel = new Option<bool>("--cancel") { Description = "End the enrolment of this reader that is under way." };
        var command = new Command("enrol", "Give a reader a new key. Asks the running service, and follows until it is done.") { site, reader, minutes, fromDefault, cancel };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(site),
            new EnrolmentWish(parsed.GetRequiredValue(reader), parsed.GetValue(minutes), parsed.GetValue(fromDefault), parsed.GetValue(cancel)),
            parsed.InvocationConfiguration,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string sitePath, EnrolmentWish wish, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        if (wish.Minutes < 1 || wish.Minutes > OsdpEnrolment.Longest.TotalMinutes)
        {
            await terminal.Error.WriteLineAsync($"--minutes must be 1 to {OsdpEnrolment.Longest.TotalMinutes:0}, not {wish.Minutes}.");
            return ExitCode.Usage;
        }

        var (site, exit) = await LoadedSite.LoadAsync(sitePath, terminal.Error, cancellationToken);
        if (site is null)
        {
            return exit;
        }

        using var service = new OperatorClient(site.Configuration.DataDirectory);
        try
        {
            return wish.Cancel
                ? await CancelAsync(service, wish, terminal, cancellationToken)
                : await EnrolAsync(service, wish, terminal, cancellationToken);
        }
        catch (HttpRequestException failed)
        {
            await terminal.Error.WriteLineAsync(service.Unanswered(failed));
            return ExitCode.ServiceNotRunning;
        }
    }

    private static async Task<int> CancelAsync(OperatorClient service, EnrolmentWish wish, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        var (status, problem) = await service.SendAsync(HttpMethod.Delete, wish.Path, cancellationToken);
        if (status != HttpStatusCode.Accepted)
        {
            await terminal.Error.WriteLineAsync(problem);
            return ExitCode.DeviceFailed;
        }

        await terminal.Output.WriteLineAsync($"the enrolment of {wish.Reader} is being ended");
        return ExitCode.Ok;
    }

    private static async Task<int> EnrolAsync(OperatorClient service, EnrolmentWish wish, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        var (status, problem) = await service.SendAsync(HttpMethod.Post, wish.Begin, cancellationToken);
        if (status != HttpStatusCode.Accepted)
        {
            await terminal.Error.WriteLineAsync(problem);
            return ExitCode.DeviceFailed;
        }

        await terminal.Output.WriteLineAsync($"the enrolment of {wish.Reader} is open for {wish.Minutes} min; --cancel ends it, Ctrl+C only stops looking");
        for (var told = 0; ;)
        {
            if (await service.GetAsync<EnrolmentReport>(wish.Path, cancellationToken) is not { } report)
            {
                await terminal.Error.WriteLineAsync("The service was started anew meanwhile: see in its journal how the enrolment ended.");
                return ExitCode.DeviceFailed;
            }

            foreach (var words in report.Words.Skip(told))
            {
                await terminal.Output.WriteLineAsync(words);
            }

            if (report.IsOver)
            {
                return report.Succeeded ? ExitCode.Ok : ExitCode.DeviceFailed;
            }

            told = report.Words.Count;
            await Task.Delay(Pace, TimeProvider.System, cancellationToken);
        }
    }
}
