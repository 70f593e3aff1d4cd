using System.Globalization;

namespace Bridge.EndToEnd.Tests.Running;

/// <summary>Who lives in the building of the lobby tests, who comes to it and who is on duty: the register's lists as their CSV files say them.</summary>
internal static class LobbyPeople
{
    /// <summary>The lists by the name of their verb, in an order in which they can be imported.</summary>
    /// <param name="now">The site's local time: what is expired, and what is booked, is so now.</param>
    public static IReadOnlyList<(string List, string Csv)> Lists(DateTimeOffset now) =>
    [
        ("households", Households), ("members", Members(Day(now, -1))), ("stations", Stations), ("leaders", Leaders(Day(now, 300))),
        ("badges", Badges(Day(now, -1), Day(now, 300))), ("passes", Passes(now)), ("tours", Tours(now)), ("duty", Duty),
    ];

    private const string Households = """
        unit,lobby,route,reason,children_may_answer
        A-1203,a,,,yes
        A-0805,a,,,no
        A-1502,a,,,no
        A-1801,a,controlRoom,not to be disturbed,no
        A-0304,a,,,no
        A-0602,a,,,no
        A-0903,a,,,no
        B-0101,b,,,no

        """;

    private const string Stations = """
        unit,order,number
        A-1203,1,1203
        A-1203,2,91203
        A-0805,1,0805
        A-1502,1,1502
        A-1801,1,1801
        A-0304,1,0304
        A-0602,1,0602
        A-0903,1,0903

        """;

    private const string Duty = """
        role,order,account,phone
        controlRoom,1,control-room-1,8100
        controlRoom,2,control-room-2,8101
        officeDutyOfficer,1,office-1,8001
        teamLead,1,team-lead-1,8200
        patrol,1,patrol-1,8301
        patrol,2,patrol-2,8302

        """;

    private static string Members(string yesterday) => $"""
        member,unit,name,variants,pinyin,kind,may_admit_himself,barred,appearance,phone_last4,moved_in,moved_out,holder
        m-1203-1,A-1203,李建国,,li jian guo,owner,yes,no,,4321,2019-05-01,,holder-2001
        m-1203-2,A-1203,李楠,Nan Li,li nan,occupant,yes,no,,8765,2019-05-01,,
        m-0805-1,A-0805,王秀英,,wang xiu ying,owner,yes,no,,1122,2015-01-01,,holder-2002
        m-1502-1,A-1502,刘洋,Leo Liu,liu yang,owner,yes,no,"tall, short hair, glasses",3344,2020-02-01,,
        m-1801-1,A-1801,钱文,,qian wen,owner,yes,no,,5566,2021-03-01,,
        m-0304-1,A-0304,马兰,,ma lan,occupant,yes,no,,7788,2018-01-01,{yesterday},
        m-0602-1,A-0602,杜娟,,du juan,owner,yes,no,,9900,2017-06-01,,
        m-0903-1,A-0903,高敏,,gao min,owner,yes,no,,2468,2016-09-01,,

        """;

    private static string Leaders(string later) => $"""
        leader,name,title,addressed_as,valid_from,valid_until
        he,何志强,总经理,何总,2020-01-01,{later}

        """;

    private static string Badges(string yesterday, string later) => $"""
        badge,name,department,status,valid_until
        0231,许辉,工程部,active,{later}
        0188,白雪,客服部,active,{yesterday}
        0142,方芳,保洁部,lost,{later}

        """;

    // The milk comes early and the decorators work by day. Whenever the tests run, one more pass is good, one is of another day, and one of other hours.
    private static string Passes(DateTimeOffset now) => $"""
        pass,type,holder,company,lobbies,areas,unit,valid_from,valid_until,days,hours,status,issuer
        P-0110,milk,宋强,晨光乳业,a,,,{Day(now, -30)},{Day(now, 300)},,05:30-07:30,valid,office-1
        P-0457,decorator,罗军,宏达装饰,a,,A-1502,{Day(now, -10)},{Day(now, 80)},mon;tue;wed;thu;fri;sat,08:00-18:00,valid,office-1
        P-0433,decorator,唐亮,宏达装饰,a,,A-0805,{Day(now, -90)},{Day(now, -1)},,,valid,office-1
        P-0555,newspaper,邓平,城市报业,a,,,{Day(now, -30)},{Day(now, 300)},,,valid,office-1
        P-0666,newspaper,田野,城市报业,a,,,{Day(now, -30)},{Day(now, 300)},{Weekday(now.AddDays(3))},,valid,office-1
        P-0667,newspaper,石磊,城市报业,a,,,{Day(now, -30)},{Day(now, 300)},,{(now.Hour < 12 ? "18:00-20:00" : "02:00-04:00")},valid,office-1

        """;

    private static string Tours(DateTimeOffset now) => $"""
        tour,group,leader,department,lobby,count,from,until,cancelled
        T-1,春田小学,周敏老师,管理处,a,12,{Minute(now)},{Minute(now.AddHours(1))},no
        T-2,老年大学,秦老师,管理处,a,8,{Minute(now)},{Minute(now.AddHours(1))},yes

        """;

    private static string Day(DateTimeOffset now, int days) => now.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Weekday(DateTimeOffset day) => day.ToString("ddd", CultureInfo.InvariantCulture).ToLowerInvariant();

    private static string Minute(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
